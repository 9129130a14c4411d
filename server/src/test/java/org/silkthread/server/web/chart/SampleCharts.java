package org.silkthread.server.web.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.silkthread.server.web.chart.FunnelChart.Limits;

/** One chart of each kind, with made-up figures, for tests and for looking at. */
public final class SampleCharts {

    private static final YearMonth START = YearMonth.of(2023, 4);
    private static final String TOO_SMALL = "Number too small to show";

    private SampleCharts() {}

    public static List<Chart> all() {
        return List.of(
                waits(),
                rebased(),
                runChart(),
                funnel(),
                comparison(),
                caterpillar(),
                sparkline(),
                icons(),
                rareIcons());
    }

    public static XmrChart waits() {
        Random random = new Random(7);
        List<XmrChart.Point> points = IntStream.range(0, 36)
                .mapToObj(i -> {
                    if (i == 13 || i == 22) {
                        return new XmrChart.Point(
                                Moment.month(START.plusMonths(i)),
                                Reading.missing(i == 13 ? TOO_SMALL : "Not sent yet"),
                                Optional.of(Counts.missing(TOO_SMALL)),
                                PointMark.ORDINARY);
                    }
                    long all = 1400 + random.nextInt(300);
                    double rate = 0.80 + random.nextGaussian() * 0.012 - (i > 27 ? 0.045 : 0);
                    long seen = Math.round(all * rate);
                    return new XmrChart.Point(
                            Moment.month(START.plusMonths(i)),
                            Reading.of((double) seen / all),
                            Optional.of(Counts.of(seen, all)),
                            i > 27 ? PointMark.WORSE : i == 5 ? PointMark.BETTER : PointMark.ORDINARY);
                })
                .toList();
        return new XmrChart(
                new Titles(
                        "Fewer patients are seen within 4 hours",
                        "Patients seen within 4 hours of coming to A&E",
                        "Norwood Hospitals",
                        "April 2023 to March 2026"),
                NumberForm.PERCENT,
                points,
                List.of(new XmrChart.Phase(0, 35, 0.7935, 0.7563, 0.8307)),
                Optional.of(new Target("Standard", 0.95)),
                Variation.WORSE_LOWER,
                Assurance.MISSES);
    }

    public static XmrChart rebased() {
        Random random = new Random(11);
        List<XmrChart.Point> points = IntStream.range(0, 30)
                .mapToObj(i -> new XmrChart.Point(
                        Moment.month(START.plusMonths(i)),
                        Reading.of((i < 16 ? 6.1 : 3.4) + random.nextGaussian() * 0.5),
                        Optional.empty(),
                        i == 16 || i == 17 ? PointMark.BETTER : PointMark.ORDINARY))
                .toList();
        return new XmrChart(
                new Titles(
                        "Infections fell after August 2024 and have stayed low",
                        "Hospital infections per 1,000 bed days",
                        "Eastmoor Infirmary",
                        "April 2023 to September 2025"),
                NumberForm.of("per 1,000 bed days", 1),
                points,
                List.of(new XmrChart.Phase(0, 15, 6.1, 4.4, 7.8), new XmrChart.Phase(16, 29, 3.4, 1.9, 4.9)),
                Optional.of(new Target("Standard", 5)),
                Variation.BETTER_LOWER,
                Assurance.MEETS);
    }

    public static XmrChart runChart() {
        List<XmrChart.Point> points = IntStream.range(0, 5)
                .mapToObj(i -> new XmrChart.Point(
                        Moment.month(START.plusMonths(i)),
                        Reading.of(20 + 3 * i % 7),
                        Optional.empty(),
                        PointMark.ORDINARY))
                .toList();
        return new XmrChart(
                new Titles("There are too few points to tell", "Falls", "Ward 6", "April 2023 to August 2023"),
                NumberForm.COUNT,
                points,
                List.of(),
                Optional.empty(),
                Variation.TOO_FEW_POINTS,
                Assurance.NO_STANDARD);
    }

    public static FunnelChart funnel() {
        Random random = new Random(3);
        double england = 0.021;
        List<FunnelChart.Point> points = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            long all = 60 + random.nextInt(900);
            double spread = Math.sqrt(england * (1 - england) / all);
            double rate = Math.max(0, england + random.nextGaussian() * spread * 0.9);
            points.add(point("Trust " + (char) ('A' + i % 26) + (i > 25 ? "2" : ""), all, rate, Standing.AS_EXPECTED));
        }
        points.add(point("Halewood", 620, 0.049, Standing.HIGHER));
        points.add(point("St Brides Independent Hospital", 880, 0.0055, Standing.LOWER));
        points.add(new FunnelChart.Point(
                "Norwood Hospitals", Reading.of(12.0 / 340), Counts.of(12, 340), Standing.AS_EXPECTED, true));
        points.add(new FunnelChart.Point(
                "Little Marsh Clinic",
                Reading.missing(TOO_SMALL),
                Counts.missing(TOO_SMALL),
                Standing.NOT_COMPARED,
                false));
        return new FunnelChart(
                new Titles(
                        "One trust has more deaths than expected",
                        "Deaths within 30 days of hip fracture",
                        "All providers",
                        "April 2024 to March 2025"),
                NumberForm.PERCENT,
                Better.LOWER,
                "patients",
                new Target("England", england),
                points,
                limits(england));
    }

    private static FunnelChart.Point point(String name, long all, double rate, Standing standing) {
        long some = Math.round(all * rate);
        return new FunnelChart.Point(name, Reading.of((double) some / all), Counts.of(some, all), standing, false);
    }

    private static List<Limits> limits(double centre) {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(i -> {
                    double all = i * 17.0;
                    double spread = Math.sqrt(centre * (1 - centre) / all);
                    return new Limits(
                            all,
                            Math.max(0, centre - 3.09 * spread),
                            Math.max(0, centre - 1.96 * spread),
                            centre + 1.96 * spread,
                            centre + 3.09 * spread);
                })
                .toList();
    }

    public static IntervalChart comparison() {
        return new IntervalChart(
                new Titles(
                        "Eastmoor is better than expected",
                        "Patients who would recommend their care after a hip replacement",
                        "3 hospitals near Norwood",
                        "April 2025 to March 2026"),
                NumberForm.PERCENT,
                Better.HIGHER,
                Optional.of(new Target("England", 0.87)),
                List.of(
                        row("Eastmoor Infirmary", 0.938, 0.915, 0.957, Standing.HIGHER, false),
                        row("Norwood Hospitals NHS Foundation Trust", 0.861, 0.822, 0.893, Standing.AS_EXPECTED, true),
                        row("St Brides Independent Hospital", 0.79, 0.74, 0.834, Standing.LOWER, false),
                        new IntervalChart.Row(
                                "Little Marsh Clinic",
                                Reading.missing(TOO_SMALL),
                                Optional.empty(),
                                Optional.empty(),
                                Standing.NOT_COMPARED,
                                false)));
    }

    private static IntervalChart.Row row(
            String name, double value, double low, double high, Standing standing, boolean highlighted) {
        return new IntervalChart.Row(
                name,
                Reading.of(value),
                Optional.of(new IntervalChart.Interval(low, high)),
                Optional.empty(),
                standing,
                highlighted);
    }

    public static IntervalChart caterpillar() {
        List<IntervalChart.Row> rows = IntStream.range(0, 60)
                .mapToObj(i -> {
                    double value = 0.6 + i * 0.005;
                    double half = 0.03 + (i * 37 % 11) * 0.006;
                    Standing standing = value - half > 0.75
                            ? Standing.HIGHER
                            : value + half < 0.75 ? Standing.LOWER : Standing.AS_EXPECTED;
                    return row("Provider " + (i + 1), value, value - half, value + half, standing, i == 41);
                })
                .toList();
        return new IntervalChart(
                new Titles(
                        "More providers differ than chance alone would bring",
                        "Operations done on the day they were planned",
                        "60 providers",
                        "April 2025 to March 2026"),
                NumberForm.PERCENT,
                Better.HIGHER,
                Optional.of(new Target("England", 0.75)),
                rows);
    }

    public static Sparkline sparkline() {
        return new Sparkline(
                new Titles("Waits are shorter", "Weeks waited", "Norwood", "April 2023 to March 2024"),
                NumberForm.of("weeks", 1),
                IntStream.range(0, 12)
                        .mapToObj(i -> new Sparkline.Point(
                                Moment.month(START.plusMonths(i)),
                                i == 4 ? Reading.missing("No data") : Reading.of(18 - i * 0.6 + (i * 7 % 5) * 0.5)))
                        .toList(),
                PointMark.BETTER);
    }

    public static IconArray icons() {
        return new IconArray(
                new Titles("Most people do not fall", "Falls in hospital", "England", "April 2025 to March 2026"),
                Reading.of(0.0793),
                "patients over 80",
                "had a fall in hospital");
    }

    public static IconArray rareIcons() {
        return new IconArray(
                new Titles("Infections are rare", "Infections", "England", "April 2025 to March 2026"),
                Reading.of(0.0034),
                "people",
                "had an infection after their operation");
    }
}
