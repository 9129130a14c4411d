package org.silkthread.server.feeds.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A feed and what of it waits.
 *
 * @param waiting the messages that could not be read
 */
public record FeedView(String name, List<SummaryRow> facts, long waitingCount, Table waiting) {

    public FeedView {
        facts = List.copyOf(facts);
    }

    /**
     * A message that could not be read.
     *
     * @param home the address of its page
     * @param why what is wrong with it
     * @param label what stands above the text
     * @param text what it says, in lines
     */
    public record Message(
            String home,
            List<SummaryRow> facts,
            String why,
            String label,
            String text,
            String reason,
            List<FormProblem> problems) {

        public Message {
            facts = List.copyOf(facts);
            problems = List.copyOf(problems);
        }
    }
}
