package org.silkthread.server.accounts.web;

import java.util.List;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.disclosure.Verdict;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;

/** What an attack on an account found, for the person who is asked to sign it. */
final class AttackWords {

    private AttackWords() {}

    static List<SummaryRow> facts(Examination attack) {
        Verdict verdict = attack.verdict();
        return List.of(
                SummaryRow.of(
                        "Can anybody be recognised?",
                        verdict.isSafe() ? "No: " + verdict.sentence() : verdict.sentence()),
                SummaryRow.of(
                        "What was tried",
                        "To work out each hidden or rounded count from this account, the pages of its figures by month,"
                                + " quarter, year, area and country, and every signed cut before it."),
                SummaryRow.of(
                        "When",
                        Signing.moment(attack.at()) + ", in "
                                + Wording.counted(
                                        Math.max(1, attack.took().toMillis()), "millisecond", "milliseconds")));
    }

    /** Why the account cannot be signed; empty when it can. */
    static List<FormProblem> problems(Examination attack) {
        return attack.verdict().reasons().stream()
                .map(words -> new FormProblem("", words))
                .toList();
    }
}
