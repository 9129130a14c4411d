package org.silkthread.server.waiting.web;

import java.util.List;
import org.silkthread.server.web.component.SummaryRow;

/**
 * A standard of waiting.
 *
 * @param words the standard in one sentence
 * @param history what held before and after, newest first
 */
public record StandardView(String id, String title, String words, List<SummaryRow> facts, List<String> history) {

    public StandardView {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
    }
}
