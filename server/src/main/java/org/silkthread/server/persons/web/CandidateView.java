package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.SummaryRow;

/**
 * Somebody who was found.
 *
 * @param rows what tells them from others
 * @param hasLookAlikes whether there are others of the same name and date of birth
 */
public record CandidateView(String id, String name, List<SummaryRow> rows, boolean locked, boolean hasLookAlikes) {

    public CandidateView {
        rows = List.copyOf(rows);
    }
}
