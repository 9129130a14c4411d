package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.disclosure.Undisclosed;
import org.silkthread.server.indicators.FigureId;

/**
 * What a contract's scheme pays, as priced once from one signed cut. It never changes. Both parties read the same
 * statement; when both have agreed it, it is closed, and what a later cut changes is posted as a further statement of
 * adjustments.
 *
 * @param number 1 for a contract's first statement
 * @param contractVersion the version of the contract that was priced
 * @param cutId the signed cut that every line was read from
 * @param cutSha256 the digest of that cut
 * @param schemeValue what full achievement would pay
 * @param total the sum of the lines
 * @param pricedBy who had it priced, in words
 */
public record Statement(
        String contractId,
        int number,
        int contractVersion,
        Kind kind,
        AppliedScheme scheme,
        UUID cutId,
        String cutSha256,
        Money schemeValue,
        List<Line> lines,
        Money total,
        Instant pricedAt,
        String pricedBy,
        List<Agreement> agreements,
        List<Dispute> disputes)
        implements Undisclosed {

    public Statement {
        lines = List.copyOf(lines);
        agreements = List.copyOf(agreements);
        disputes = List.copyOf(disputes);
        Money sum = lines.stream().map(Line::amount).reduce(Money.NOTHING, Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("The lines add up to " + sum + ", not to " + total);
        }
    }

    /** Whether a statement stands alone or adds to those before it. */
    public enum Kind {
        /** The whole payment. */
        PRICED,
        /** What is to be added to, or taken back from, statements that are agreed. */
        ADJUSTMENT
    }

    /** The rules that were applied: which entry of the register, and its two numbers. */
    public record AppliedScheme(String id, int version, BigDecimal percentage, CquinScheme.Basis basis) {
        public AppliedScheme {
            percentage = PaymentRule.plain(percentage);
        }
    }

    /**
     * One goal of the statement.
     *
     * @param rule the rule as written in the contract
     * @param ruleInWords the rule as a sentence
     * @param evidence what the cut holds
     * @param achieved the share of the goal's money that is earned
     * @param upTo what full achievement would pay
     * @param earned what the goal earns in all
     * @param already what agreed statements have paid for it
     * @param amount what this statement pays: earned less already
     * @param explanation all of it in words and numbers
     */
    public record Line(
            int goalNumber,
            String goalTitle,
            FigureId figure,
            BigDecimal weight,
            String rule,
            String ruleInWords,
            Evidence evidence,
            Fraction achieved,
            Money upTo,
            Money earned,
            Money already,
            Money amount,
            String explanation) {
        public Line {
            weight = PaymentRule.plain(weight);
        }
    }

    /** One side's agreement. */
    public record Agreement(Party party, String username, String person, Instant at) {}

    /** One side's objection to a line, and the other side's answer. */
    public record Dispute(
            long id,
            int goalNumber,
            Party party,
            String person,
            String reason,
            Instant raisedAt,
            Optional<Answer> answer) {}

    /** The answer to a dispute. */
    public record Answer(Party party, String person, String words, Instant at) {}

    /** Whether both sides have agreed; the statement is then closed. */
    public boolean isAgreed() {
        return Arrays.stream(Party.values()).allMatch(this::isAgreedBy);
    }

    public boolean isAgreedBy(Party party) {
        return agreements.stream().anyMatch(agreement -> agreement.party() == party);
    }

    /** Whether a dispute waits for an answer. */
    public boolean isDisputed() {
        return disputes.stream().anyMatch(dispute -> dispute.answer().isEmpty());
    }

    /** Where it stands, in a few words. */
    public String standing() {
        if (isAgreed()) {
            return "Agreed by both sides";
        }
        if (isDisputed()) {
            return "Disputed";
        }
        return agreements.isEmpty()
                ? "Waiting for both sides"
                : "Waiting for the " + agreements.getFirst().party().other().word();
    }
}
