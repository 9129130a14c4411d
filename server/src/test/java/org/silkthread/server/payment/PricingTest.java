package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.register.Citation;

/** The arithmetic of a CQUIN statement. */
class PricingTest {

    private static final FinancialYear YEAR = new FinancialYear(2010);
    private static final CquinScheme FIRST_YEAR = scheme("2009-10", "0.5", CquinScheme.Basis.SUBMISSION);
    private static final CquinScheme SECOND_YEAR = scheme("2010-11", "1.5", CquinScheme.Basis.OUTCOME);
    private static final Map<String, Measure> MEASURES = Map.of(
            "vte-risk-assessment",
            new Measure("Risk of blood clots", "%", new BigDecimal("100"), Better.HIGHER),
            "c-difficile-rate",
            new Measure("Infections", "per 100,000 bed days", new BigDecimal("100000"), Better.LOWER));

    @Test
    void the_same_data_is_paid_for_sending_in_the_first_year_and_for_its_outcome_from_2010() {
        Contract contract = contract("1000000.00", goal(1, "vte-risk-assessment", "100", "linear 80 to 90"));
        Map<Integer, Evidence> data = Map.of(1, counted(85, 100));

        Pricing first = Pricing.of(contract, FIRST_YEAR, MEASURES, data);
        Pricing second = Pricing.of(contract, SECOND_YEAR, MEASURES, data);

        assertThat(first.total()).hasToString("£5,000.00");
        assertThat(first.lines().getFirst().explanation())
                .contains("0.5% of the contract value of £1,000,000.00", "pays in full for sending the data on time");
        assertThat(second.total()).hasToString("£7,500.00");
        assertThat(second.lines().getFirst().explanation())
                .isEqualTo("The scheme of 2010/11 is 1.5% of the contract value of £1,000,000.00. This goal weighs 100%"
                        + " of it, so it can pay up to £15,000.00. Rule for 2010/11: it pays nothing at 80%,"
                        + " everything at 90% or more, and in proportion between the two. Found for April 2010 to"
                        + " March 2011: 85 of 100, which is 85%. The goal earns 50% of its money: £7,500.00.");
    }

    @Test
    void a_share_that_no_decimal_holds_is_stated_exactly_beside_its_rounded_form() {
        Contract contract = contract("1000000.00", goal(1, "vte-risk-assessment", "100", "linear 80 to 83"));

        Pricing pricing = Pricing.of(contract, SECOND_YEAR, MEASURES, Map.of(1, counted(82, 100)));

        assertThat(pricing.total()).hasToString("£10,000.00");
        assertThat(pricing.lines().getFirst().explanation())
                .endsWith("The goal earns 66.67% of its money (exactly 2/3): £10,000.00.");
    }

    @Test
    void data_that_came_after_the_agreed_day_earns_nothing_in_the_first_year() {
        LocalDate due = LocalDate.of(2011, 5, 31);
        Goal goal = new Goal(
                1,
                "Check the risk",
                "vte-risk-assessment",
                YEAR.period(),
                new BigDecimal("100"),
                Optional.empty(),
                Optional.of(due));
        Contract contract = contract("1000000.00", goal);

        Evidence onTheDay = new Evidence.Counted(BigDecimal.ONE, BigDecimal.TEN, due);
        Evidence aDayLate = new Evidence.Counted(BigDecimal.ONE, BigDecimal.TEN, due.plusDays(1));

        assertThat(Pricing.of(contract, FIRST_YEAR, MEASURES, Map.of(1, onTheDay))
                        .total())
                .hasToString("£5,000.00");
        assertThat(Pricing.of(contract, FIRST_YEAR, MEASURES, Map.of(1, aDayLate))
                        .total())
                .hasToString("£0.00");
    }

    @Test
    void a_goal_without_data_in_the_cut_earns_nothing_and_says_why() {
        Contract contract = contract("1000000.00", goal(1, "vte-risk-assessment", "100", "all or nothing at 90"));

        Pricing pricing = Pricing.of(
                contract, SECOND_YEAR, MEASURES, Map.of(1, new Evidence.Missing("the cut holds 11 of 12 months")));

        assertThat(pricing.total()).isEqualTo(Money.NOTHING);
        assertThat(pricing.lines().getFirst().explanation())
                .endsWith("the cut holds 11 of 12 months. Without data the goal earns nothing: £0.00.");
    }

    @Test
    void a_scheme_for_outcomes_cannot_price_a_goal_that_has_no_rule_for_them() {
        Goal goal = new Goal(
                1,
                "Send data",
                "vte-risk-assessment",
                YEAR.period(),
                new BigDecimal("100"),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> Pricing.of(contract("1.00", goal), SECOND_YEAR, MEASURES, Map.of(1, counted(1, 1))))
                .isInstanceOf(NotPriceable.class)
                .hasMessageContaining("goal 1 of the contract has no rule for outcomes");
    }

    @Test
    void weights_of_99_per_cent_are_refused_with_the_goals_and_their_sum() {
        assertThatThrownBy(() -> contract(
                        "1.00",
                        goal(1, "vte-risk-assessment", "60", "all or nothing at 90"),
                        goal(2, "c-difficile-rate", "39", "linear 20 to 10")))
                .hasMessage(
                        "The weights of a contract's goals add up to exactly 100%, not 99%: goal 1 60%, goal 2 39%");
    }

    @Test
    void a_goal_ends_with_the_year_on_31_march_and_not_on_1_april() {
        Goal lastDay = measuredOver(new Period(LocalDate.of(2011, 3, 1), LocalDate.of(2011, 3, 31)));
        Goal dayAfter = measuredOver(new Period(LocalDate.of(2011, 3, 1), LocalDate.of(2011, 4, 1)));
        Goal dayBefore = measuredOver(new Period(LocalDate.of(2010, 3, 31), LocalDate.of(2010, 4, 30)));

        assertThat(contract("1.00", lastDay).goals()).containsExactly(lastDay);
        assertThatThrownBy(() -> contract("1.00", dayAfter)).hasMessageContaining("not within the contract's year");
        assertThatThrownBy(() -> contract("1.00", dayBefore)).hasMessageContaining("not within the contract's year");
    }

    @Test
    void thirds_of_a_scheme_are_paid_to_the_penny_without_drift() {
        Contract contract = contract(
                "123456.78",
                goal(1, "vte-risk-assessment", "33.33", "all or nothing at 1"),
                goal(2, "vte-risk-assessment", "33.33", "all or nothing at 1"),
                goal(3, "vte-risk-assessment", "33.34", "all or nothing at 1"));
        Map<Integer, Evidence> data = Map.of(1, counted(1, 1), 2, counted(1, 1), 3, counted(1, 1));

        Pricing pricing = Pricing.of(contract, SECOND_YEAR, MEASURES, data);

        assertThat(pricing.schemeValue()).hasToString("£1,851.85");
        assertThat(pricing.total()).isEqualTo(pricing.schemeValue());
        assertThat(pricing.lines().stream().map(Pricing.Line::amount))
                .containsExactly(new Money(61722), new Money(61722), new Money(61741));
    }

    @Property
    void the_lines_always_add_up_and_never_pay_more_than_the_scheme(@ForAll("contracts") Contract contract) {
        Map<Integer, Evidence> data = new HashMap<>();
        for (Goal goal : contract.goals()) {
            data.put(goal.number(), counted(77 + goal.number(), 97));
        }

        Pricing pricing = Pricing.of(contract, SECOND_YEAR, MEASURES, data);

        long sum = pricing.lines().stream()
                .mapToLong(line -> line.amount().pence())
                .sum();
        assertThat(sum).isEqualTo(pricing.total().pence());
        assertThat(pricing.total()).isLessThanOrEqualTo(pricing.schemeValue());
        assertThat(pricing.lines()).allSatisfy(line -> assertThat(line.amount()).isLessThanOrEqualTo(line.upTo()));
        assertThat(Pricing.of(contract, SECOND_YEAR, MEASURES, data)).isEqualTo(pricing);
    }

    @Provide
    Arbitrary<Contract> contracts() {
        Arbitrary<List<Integer>> cuts = Arbitraries.integers()
                .between(1, 9999)
                .set()
                .ofMinSize(0)
                .ofMaxSize(8)
                .map(set -> set.stream().sorted().toList());
        Arbitrary<Long> pence = Arbitraries.longs().between(1, 90_000_000_000L);
        return Combinators.combine(pence, cuts).as(PricingTest::split);
    }

    /** A contract whose weights are the distances between cuts of 100%. */
    private static Contract split(long pence, List<Integer> cuts) {
        List<Goal> goals = new ArrayList<>();
        int from = 0;
        List<Integer> ends = new ArrayList<>(cuts);
        ends.add(10000);
        for (int end : ends) {
            goals.add(goal(
                    goals.size() + 1,
                    "vte-risk-assessment",
                    BigDecimal.valueOf(end - from, 2).toPlainString(),
                    "linear 70 to 90"));
            from = end;
        }
        return new Contract(1, "QX1", "R0A", YEAR, new Money(pence), goals);
    }

    private static Goal measuredOver(Period period) {
        return new Goal(
                1,
                "Check the risk",
                "vte-risk-assessment",
                period,
                new BigDecimal("100"),
                Optional.empty(),
                Optional.empty());
    }

    private static Contract contract(String pounds, Goal... goals) {
        return new Contract(1, "QX1", "R0A", YEAR, Money.pounds(new BigDecimal(pounds)), List.of(goals));
    }

    private static Goal goal(int number, String indicator, String weight, String rule) {
        Better better = indicator.equals("c-difficile-rate") ? Better.LOWER : Better.HIGHER;
        return new Goal(
                number,
                "Goal " + number,
                indicator,
                YEAR.period(),
                new BigDecimal(weight),
                Optional.of((PaymentRule.ForOutcome) PaymentRules.parse(rule, better)),
                Optional.empty());
    }

    private static Evidence counted(long numerator, long denominator) {
        return new Evidence.Counted(
                BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), LocalDate.of(2011, 5, 1));
    }

    static CquinScheme scheme(String year, String percentage, CquinScheme.Basis basis) {
        return new CquinScheme(
                "cquin-" + year,
                1,
                "Scheme",
                FinancialYear.parse(year).start(),
                new Citation("A paper", "page 1", Optional.empty()),
                year,
                new CquinScheme.CitedNumber(new BigDecimal(percentage), false, "A paper"),
                new CquinScheme.CitedBasis(basis, false, "A paper"));
    }
}
