package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.disclosure.CountRange;
import org.silkthread.server.disclosure.SmallNumbers;

/** What everyone may see of a statement. */
class PublicPricingTest {

    private static final FinancialYear YEAR = new FinancialYear(2010);
    private static final CquinScheme SCHEME = PricingTest.scheme("2010-11", "1.5", CquinScheme.Basis.OUTCOME);
    private static final Map<String, Measure> MEASURES =
            Map.of("hip", new Measure("Hip operations in time", "%", new BigDecimal("100"), Better.HIGHER));

    @Property
    void the_exact_amount_lies_in_the_published_range_and_the_range_is_the_same_for_all_counts_that_look_alike(
            @ForAll @IntRange(min = 8, max = 600) int denominator, @ForAll @IntRange(max = 600) int part) {
        int numerator = Math.min(part, denominator);
        Contract contract = contract(goal(1, "50", "linear 60 to 90"), goal(2, "50", "all or nothing at 85"));

        PublicPricing published = published(contract, numerator, denominator);

        CountRange counted = SmallNumbers.cell(numerator).range();
        for (long alike = counted.low(); alike <= Math.min(counted.high(), denominator); alike++) {
            Evidence evidence = counted(alike, denominator);
            Pricing exact = Pricing.of(contract, SCHEME, MEASURES, Map.of(1, evidence, 2, evidence));
            assertThat(published(contract, alike, denominator)).isEqualTo(published);
            assertThat(exact.total())
                    .isBetween(published.total().least(), published.total().most());
            for (int i = 0; i < 2; i++) {
                assertThat(exact.lines().get(i).amount())
                        .isBetween(
                                published.lines().get(i).amount().least(),
                                published.lines().get(i).amount().most());
            }
        }
    }

    @Test
    void counts_that_are_published_as_they_are_give_the_amounts_of_the_statement() {
        Contract contract = contract(goal(1, "33.3", "linear 60 to 90"), goal(2, "66.7", "linear 0 to 97"));
        Evidence evidence = counted(71, 97);
        PublicEvidence published = new PublicEvidence.Within(CountRange.only(71), CountRange.only(97));

        Pricing exact = Pricing.of(contract, SCHEME, MEASURES, Map.of(1, evidence, 2, evidence));
        PublicPricing shown = PublicPricing.of(contract, SCHEME, MEASURES, Map.of(1, published, 2, published));

        assertThat(shown.lines().stream().map(line -> line.amount().toString()))
                .containsExactlyElementsOf(exact.lines().stream()
                        .map(line -> line.amount().toString())
                        .toList());
        assertThat(shown.total().toString()).isEqualTo(exact.total().toString());
    }

    @Test
    void the_total_does_not_give_the_one_hidden_line_away() {
        Contract contract = contract(goal(1, "50", "linear 60 to 90"), goal(2, "50", "linear 60 to 90"));

        PublicPricing shown = PublicPricing.of(
                contract,
                SCHEME,
                MEASURES,
                Map.of(
                        1, new PublicEvidence.Within(CountRange.only(90), CountRange.only(100)),
                        2, new PublicEvidence.Hidden("Hidden to protect people.")));

        assertThat(shown.lines().get(0).amount().isKnown()).isTrue();
        assertThat(shown.lines().get(1).amount()).hasToString("£0.00 to £7,500.00");
        assertThat(shown.total()).hasToString("£7,500.00 to £15,000.00");
        assertThat(shown.lines().get(1).explanation()).contains("Hidden to protect people.");
    }

    @Test
    void a_submission_line_is_public_because_it_does_not_depend_on_the_counts() {
        Contract contract = contract(goal(1, "100", "linear 60 to 90"));
        CquinScheme firstYear = PricingTest.scheme("2009-10", "0.5", CquinScheme.Basis.SUBMISSION);

        PublicPricing shown = PublicPricing.of(
                contract, firstYear, MEASURES, Map.of(1, new PublicEvidence.Hidden("Hidden to protect people.")));

        assertThat(shown.total()).hasToString("£5,000.00");
    }

    private static PublicPricing published(Contract contract, long numerator, long denominator) {
        PublicEvidence evidence = new PublicEvidence.Within(
                SmallNumbers.cell(numerator).range(),
                SmallNumbers.cell(denominator).range());
        return PublicPricing.of(contract, SCHEME, MEASURES, Map.of(1, evidence, 2, evidence));
    }

    private static Evidence counted(long numerator, long denominator) {
        return new Evidence.Counted(
                BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), LocalDate.of(2011, 5, 1));
    }

    private static Contract contract(Goal... goals) {
        return new Contract(1, "QX1", "R0A", YEAR, Money.pounds(new BigDecimal("1000000")), List.of(goals));
    }

    private static Goal goal(int number, String weight, String rule) {
        return new Goal(
                number,
                "Goal " + number,
                "hip",
                YEAR.period(),
                new BigDecimal(weight),
                Optional.of((PaymentRule.ForOutcome) PaymentRules.parse(rule, Better.HIGHER)),
                Optional.empty());
    }
}
