package org.silkthread.cli.demo;

import static org.silkthread.cli.demo.DemoIndicator.events;
import static org.silkthread.cli.demo.DemoIndicator.expected;
import static org.silkthread.cli.demo.DemoIndicator.practice;
import static org.silkthread.cli.demo.DemoIndicator.proportion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.silkthread.cli.demo.DemoIndicator.Collected;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;

/**
 * Counts of the demonstration, drawn at random from a fixed seed, with the truths of {@link PlantedTruths} in
 * them. The same periods always give the same counts.
 */
final class DemoValues {

    /** One returned count. */
    record Row(String indicator, String organisation, String serviceLine, Period period, long numerator, Base base) {

        /** What the numerator is set against. */
        sealed interface Base {}

        /** A count of cases or of units of exposure. */
        record Of(long denominator) implements Base {}

        /** The number of events that the patients' conditions lead one to expect. */
        record Against(BigDecimal expected) implements Base {}

        Row withNumerator(long newNumerator) {
            return new Row(indicator, organisation, serviceLine, period, newNumerator, base);
        }
    }

    private static final long SEED = 2008_06_30L;

    /** No month is quite like another: what chance alone does not explain, on the logarithm of the odds. */
    private static final double MONTH_TO_MONTH = 0.06;

    private static final String EMERGENCY = "emergency-care";
    private static final String ORTHOPAEDICS = "trauma-and-orthopaedics";
    private static final String MEDICINE = "general-medicine";
    private static final String MATERNITY = "maternity";

    static final List<DemoIndicator> INDICATORS = List.of(
            proportion("ae-4-hour", EMERGENCY, 0.78, 0.22, 9_500, -0.35),
            proportion("ae-12-hours-from-decision-to-admit", EMERGENCY, 0.045, 0.3, 2_300, 0.5),
            proportion("ae-recommend", EMERGENCY, 0.80, 0.15, 420, -0.1),
            proportion("hip-fracture-surgery-36h", ORTHOPAEDICS, 0.71, 0.2, 38, -0.1),
            proportion("hip-replacement-readmission-28", ORTHOPAEDICS, 0.055, 0.12, 62, 0.1),
            proportion("hip-surgical-site-infection", ORTHOPAEDICS, 0.012, 0.1, 95, 0),
            proportion("planned-care-experience", ORTHOPAEDICS, 0.93, 0.18, 140, 0),
            proportion("rtt-18-weeks", ORTHOPAEDICS, 0.62, 0.2, 3_900, -0.05),
            proportion("vte-risk-assessment", MEDICINE, 0.955, 0.25, 5_200, -0.05)
                    .every(Collected.QUARTERLY),
            proportion("maternity-booked-by-12-weeks", MATERNITY, 0.87, 0.2, 310, 0),
            proportion("dementia-assessed", MEDICINE, 0.88, 0.3, 210, -0.1),
            expected("hospital-mortality-ratio", MEDICINE, 0.032, 0.07, 3_100).every(Collected.QUARTERLY),
            events("c-difficile-rate", 26.0 / 100_000, 0.12, 19_000),
            events("mrsa-rate", 1.6 / 100_000, 0.1, 19_000),
            practice("flu-vaccination-65", Collected.YEARLY, 0.79, 0.2, 112),
            practice("diabetes-8-processes", Collected.QUARTERLY, 0.57, 0.3, 137),
            practice("smoking-status-recorded", Collected.QUARTERLY, 0.91, 0.3, 2_030));

    private final FinancialYear first;
    private final YearMonth last;
    private final PlantedTruths truths;

    /**
     * @param last the newest month that organisations have returned
     * @param years how many financial years there are, that of the newest month included
     */
    DemoValues(YearMonth last, int years) {
        this.last = last;
        this.first = new FinancialYear(FinancialYear.of(last.atDay(1)).startYear() - years + 1);
        this.truths = new PlantedTruths(last);
    }

    /** Every row, by indicator, organisation and month. */
    void forEach(Consumer<Row> consumer) {
        for (DemoIndicator indicator : INDICATORS) {
            for (DemoOrganisation organisation : reporters(indicator)) {
                rows(indicator, organisation).forEach(consumer);
            }
        }
    }

    private static List<DemoOrganisation> reporters(DemoIndicator indicator) {
        if (indicator.practices()) {
            return DemoCountry.practices();
        }
        return DemoCountry.providers().stream()
                .filter(provider ->
                        indicator.serviceLine().map(provider::runs).orElseGet(() -> provider.runs(ORTHOPAEDICS)))
                .toList();
    }

    private List<Row> rows(DemoIndicator indicator, DemoOrganisation organisation) {
        SplittableRandom random = new SplittableRandom(
                SEED ^ indicator.id().hashCode() * 31L ^ organisation.code().hashCode());
        double own = indicator.spread() * gaussian(random);
        List<Row> rows = new ArrayList<>();
        for (Period period : indicator.collected().periods(first, last)) {
            double phase = 2 * Math.PI * (period.start().getMonthValue() - 1) / 12.0;
            double season = indicator.collected() == Collected.MONTHLY ? indicator.winter() * Math.cos(phase) / 2 : 0;
            long denominator =
                    poisson(indicator.exposure() * indicator.collected().months() * organisation.size(), random);
            double odds = logit(Math.min(0.999, indicator.level()))
                    + own
                    + season
                    + MONTH_TO_MONTH * gaussian(random)
                    + truths.shift(indicator.id(), organisation.code(), period);
            Row.Base base = new Row.Of(denominator);
            long numerator = switch (indicator.kind()) {
                case PROPORTION -> binomial(denominator, 1 / (1 + Math.exp(-odds)), random);
                case EVENTS -> poisson(denominator * Math.exp(odds), random);
                case EXPECTED -> {
                    double mix = PlantedTruths.caseMix(organisation.code());
                    double expected = denominator * mix * Math.exp(logit(indicator.level()) + season);
                    base = new Row.Against(BigDecimal.valueOf(expected).setScale(2, RoundingMode.HALF_UP));
                    yield poisson(denominator * mix * Math.exp(odds), random);
                }
            };
            Row row = new Row(
                    indicator.id(), organisation.code(), indicator.serviceLine().orElse(""), period, numerator, base);
            truths.apply(row).ifPresent(rows::add);
        }
        return rows;
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Exact below 2,000 trials; above, the normal approximation is closer than anybody can see. */
    private static long binomial(long trials, double p, SplittableRandom random) {
        if (trials > 2_000) {
            double drawn = trials * p + gaussian(random) * Math.sqrt(trials * p * (1 - p));
            return Math.clamp(Math.round(drawn), 0, trials);
        }
        long successes = 0;
        for (long i = 0; i < trials; i++) {
            if (random.nextDouble() < p) {
                successes++;
            }
        }
        return successes;
    }

    private static long poisson(double mean, SplittableRandom random) {
        if (mean > 500) {
            return Math.max(0, Math.round(mean + gaussian(random) * Math.sqrt(mean)));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long events = 0;
        while (product > limit) {
            product *= random.nextDouble();
            events++;
        }
        return events;
    }
}
