package org.silkthread.server.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silkthread.server.indicators.Cut;

/** Turns a pricing into a contract's next statement, given what both sides have agreed before. */
final class Settlement {

    private Settlement() {}

    /**
     * @param earlier the contract's statements so far
     * @return empty if statements are agreed and the pricing changes no line of them
     */
    static Optional<Statement> next(Pricing pricing, Cut cut, List<Statement> earlier, Instant now, String pricedBy) {
        List<Statement> agreed = earlier.stream().filter(Statement::isAgreed).toList();
        Map<Integer, Money> already = already(agreed);
        List<Statement.Line> lines = new ArrayList<>();
        for (Pricing.Line line : pricing.lines()) {
            Money paid = already.getOrDefault(line.finding().goal().number(), Money.NOTHING);
            lines.add(line(pricing, line, paid, !agreed.isEmpty()));
            already.remove(line.finding().goal().number());
        }
        lines.addAll(dropped(agreed, already));
        if (!agreed.isEmpty() && lines.stream().allMatch(line -> line.amount().equals(Money.NOTHING))) {
            return Optional.empty();
        }
        CquinScheme scheme = pricing.scheme();
        return Optional.of(new Statement(
                pricing.contract().id(),
                earlier.size() + 1,
                pricing.contract().version(),
                agreed.isEmpty() ? Statement.Kind.PRICED : Statement.Kind.ADJUSTMENT,
                new Statement.AppliedScheme(
                        scheme.id(),
                        scheme.version(),
                        scheme.contractPercentage().value(),
                        scheme.pays().basis()),
                cut.id(),
                cut.sha256(),
                pricing.schemeValue(),
                lines,
                lines.stream().map(Statement.Line::amount).reduce(Money.NOTHING, Money::plus),
                now,
                pricedBy,
                List.of(),
                List.of()));
    }

    /** Whether two statements say the same, whoever had them priced and when. */
    static boolean same(Statement one, Statement other) {
        return one.contractVersion() == other.contractVersion()
                && one.kind() == other.kind()
                && one.scheme().equals(other.scheme())
                && one.cutId().equals(other.cutId())
                && one.cutSha256().equals(other.cutSha256())
                && one.lines().equals(other.lines());
    }

    /** What the agreed statements have paid, by goal. */
    private static Map<Integer, Money> already(List<Statement> agreed) {
        Map<Integer, Money> paid = new TreeMap<>();
        for (Statement statement : agreed) {
            statement.lines().forEach(line -> paid.merge(line.goalNumber(), line.amount(), Money::plus));
        }
        return paid;
    }

    private static Statement.Line line(Pricing pricing, Pricing.Line line, Money paid, boolean adjusts) {
        Finding finding = line.finding();
        Goal goal = finding.goal();
        Money amount = line.amount().minus(paid);
        return new Statement.Line(
                goal.number(),
                goal.title(),
                CquinStatements.figure(pricing.contract(), goal),
                goal.weight(),
                finding.rule().code(),
                finding.rule().inWords(finding.measure().unit()),
                finding.evidence(),
                finding.achieved(),
                line.upTo(),
                line.amount(),
                paid,
                amount,
                adjusts ? line.explanation() + " " + adjustment(paid, amount) : line.explanation());
    }

    private static String adjustment(Money paid, Money amount) {
        String before = "Statements that both sides agreed have paid " + paid + " for it";
        int side = amount.compareTo(Money.NOTHING);
        if (side == 0) {
            return before + ", so nothing changes.";
        }
        return side > 0
                ? before + ", so this statement adds " + amount + "."
                : before + ", so this statement takes back " + Money.NOTHING.minus(amount) + ".";
    }

    /** Goals that were paid for and that a variation of the contract has dropped: their money is taken back. */
    private static List<Statement.Line> dropped(List<Statement> agreed, Map<Integer, Money> stillPaid) {
        List<Statement.Line> lines = new ArrayList<>();
        stillPaid.forEach((number, paid) -> agreed.reversed().stream()
                .flatMap(statement -> statement.lines().stream())
                .filter(line -> line.goalNumber() == number)
                .findFirst()
                .ifPresent(last -> lines.add(new Statement.Line(
                        number,
                        last.goalTitle(),
                        last.figure(),
                        last.weight(),
                        last.rule(),
                        last.ruleInWords(),
                        new Evidence.Missing("the contract no longer has this goal"),
                        Fraction.ZERO,
                        Money.NOTHING,
                        Money.NOTHING,
                        paid,
                        Money.NOTHING.minus(paid),
                        "The contract no longer has this goal. " + adjustment(paid, Money.NOTHING.minus(paid))))));
        return lines;
    }
}
