package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A record as a page shows it.
 *
 * @param heading what the page is called on the page itself
 * @param lede one sentence below it; blank for none
 * @param tables one for each part of the record that has entries
 */
public record RecordView(String heading, String lede, List<Table> tables) {

    public RecordView {
        tables = List.copyOf(tables);
    }

    /**
     * One entry.
     *
     * @param title what it is
     * @param facts what it says
     * @param back the address of the record
     */
    public record Entry(String title, List<SummaryRow> facts, String back) {

        public Entry {
            facts = List.copyOf(facts);
        }
    }
}
