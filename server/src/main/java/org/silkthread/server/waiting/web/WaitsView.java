package org.silkthread.server.waiting.web;

import java.util.List;
import org.silkthread.server.web.component.SummaryRow;

/**
 * A person's waits in words.
 *
 * @param whose whose record it is, when it is not the reader's own; blank for their own
 * @param known whether the person can be found in what hospitals send
 */
public record WaitsView(String heading, String whose, boolean known, List<Wait> emergency, List<Wait> referrals) {

    public WaitsView {
        emergency = List.copyOf(emergency);
        referrals = List.copyOf(referrals);
    }

    /**
     * One wait.
     *
     * @param over whether it is longer than the standard allows
     * @param reasons how it was worked out, one sentence each
     */
    public record Wait(String title, String state, boolean over, List<SummaryRow> facts, List<String> reasons) {

        public Wait {
            facts = List.copyOf(facts);
            reasons = List.copyOf(reasons);
        }
    }
}
