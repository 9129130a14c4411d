package org.silkthread.server.indicators.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.silkthread.methods.funnel.FunnelLimits;
import org.silkthread.methods.funnel.FunnelPoint;
import org.silkthread.methods.funnel.FunnelPosition;
import org.silkthread.methods.funnel.ProportionFunnel;
import org.silkthread.methods.funnel.RateFunnel;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Funnel;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Counts;
import org.silkthread.server.web.chart.FunnelChart;
import org.silkthread.server.web.chart.NumberForm;
import org.silkthread.server.web.chart.Reading;
import org.silkthread.server.web.chart.Standing;
import org.silkthread.server.web.chart.Target;
import org.silkthread.server.web.chart.Titles;

/**
 * Figures of one indicator and period beside each other, with the limits that chance alone would keep them within.
 * Everything is worked out from the counts that are shown. Where figures differ more than chance explains, as they do for
 * most measures of large hospitals, the limits are widened for it.
 */
public final class PeerFunnel {

    /** With fewer, the spread between them cannot be told from chance. */
    private static final int FEWEST = 5;

    /** With more, a drawing is a blot and the page too heavy for a phone. */
    public static final int MOST_DRAWN = 400;

    private static final int LIMIT_POINTS = 60;

    private final List<Figure> figures;
    private final Optional<Drawn> funnel;

    /** What a proportion funnel and a rate funnel have in common, in the units of the figures' values. */
    private record Drawn(
            double centre,
            boolean widened,
            Map<String, FunnelPosition> positions,
            DoubleFunction<FunnelLimits> limits) {}

    private PeerFunnel(List<Figure> figures, Optional<Drawn> funnel) {
        this.figures = List.copyOf(figures);
        this.funnel = funnel;
    }

    /** What a benchmark found, ready to be said and drawn. */
    public static PeerFunnel of(Funnel benchmark) {
        Optional<Drawn> drawn = switch (benchmark) {
            case Funnel.OfProportions proportions -> Optional.of(ofProportions(proportions.funnel()));
            case Funnel.OfRates rates ->
                Optional.of(ofRates(
                        rates.funnel(), rates.figures().getFirst().definition().multiplier()));
            case Funnel.None _ -> Optional.empty();
        };
        return new PeerFunnel(
                benchmark.figures(), drawn.filter(funnel -> funnel.positions().size() >= FEWEST));
    }

    /** How a figure stands among the others. */
    public Verdict verdict(Figure figure) {
        if (figure.shown().isEmpty()) {
            return Verdict.NOT_KNOWN;
        }
        return position(figure.id())
                .map(position -> Verdict.of(position, FigureWords.better(figure.definition())))
                .orElse(Verdict.TOO_FEW);
    }

    /** What is expected of an organisation, in the words of a value: '75.2%'; nothing when there is no funnel. */
    public Optional<String> expected() {
        return funnel.map(drawn -> form().shown(drawn.centre()));
    }

    /** The expected value itself. */
    public Optional<Double> centre() {
        return funnel.map(Drawn::centre);
    }

    /** The figures outside the 99.8% limits. */
    public List<Figure> outliers() {
        return figures.stream().filter(figure -> verdict(figure).isOutlier()).toList();
    }

    /** Whether the limits are wider than chance alone would make them. */
    public boolean isWidened() {
        return funnel.map(Drawn::widened).orElse(false);
    }

    /** How the figures were compared, for readers who want to know. */
    public String method() {
        return funnel.map(drawn -> "The limits hold 99.8% of figures that differ by chance alone"
                        + (drawn.widened()
                                ? ", widened because these organisations differ more than chance explains."
                                : "."))
                .orElse("There are fewer than " + FEWEST
                        + " figures that can be compared, or none of the kind that a funnel" + " compares.");
    }

    /**
     * The drawing.
     *
     * @param headline what it finds, such as '3 providers stand out'
     * @param place whose figures they are, such as 'providers in England'
     * @param highlighted the organisation that the page is about, if any
     * @return nothing when the figures cannot be compared, or are too many to draw
     */
    public Optional<FunnelChart> chart(String headline, String place, Optional<String> highlighted) {
        return funnel.filter(drawn -> figures.size() <= MOST_DRAWN).map(drawn -> {
            Figure any = figures.getFirst();
            return new FunnelChart(
                    new Titles(
                            headline,
                            any.definition().title(),
                            place,
                            any.id().period().label()),
                    form(),
                    FigureWords.better(any.definition()),
                    FigureWords.things(any.definition()),
                    new Target("Average", drawn.centre()),
                    figures.stream().map(figure -> point(figure, highlighted)).toList(),
                    limits(drawn));
        });
    }

    /** A finding for a title: 'All as expected' or '3 of 120 stand outside the limits'. */
    public String headline() {
        int outside = outliers().size();
        long compared = figures.stream()
                .filter(figure -> position(figure.id()).isPresent())
                .count();
        if (compared == 0) {
            return "There are too few figures to compare";
        }
        return outside == 0
                ? "No clear differences between " + Wording.count(compared) + " organisations"
                : Wording.count(outside) + " of " + Wording.count(compared) + " organisations "
                        + (outside == 1 ? "stands" : "stand") + " outside the limits";
    }

    /** Who stands outside, in sentences: first those who do better. */
    public List<String> sentences() {
        return Stream.of(Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER)
                .flatMap(verdict -> named(verdict).stream())
                .toList();
    }

    /** The standing in the terms of a chart. */
    public Standing standing(Figure figure) {
        if (figure.shown().isEmpty()) {
            return Standing.NOT_COMPARED;
        }
        return position(figure.id())
                .map(position -> switch (position) {
                    case ABOVE_99_8 -> Standing.HIGHER;
                    case BELOW_99_8 -> Standing.LOWER;
                    case BELOW_95, WITHIN, ABOVE_95 -> Standing.AS_EXPECTED;
                })
                .orElse(Standing.NOT_COMPARED);
    }

    private Optional<String> named(Verdict verdict) {
        List<String> names = figures.stream()
                .filter(figure -> verdict(figure) == verdict)
                .map(Figure::organisationName)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(verdict.words() + ": " + Wording.list(names) + ".");
    }

    private NumberForm form() {
        return FigureWords.form(figures.getFirst().definition());
    }

    private Optional<FunnelPosition> position(FigureId id) {
        return funnel.flatMap(drawn -> Optional.ofNullable(drawn.positions().get(id.organisation())));
    }

    private FunnelChart.Point point(Figure figure, Optional<String> highlighted) {
        Reading reading = FigureWords.reading(figure);
        Counts counts = FigureWords.counts(figure).orElseGet(() -> expectedCounts(figure));
        return new FunnelChart.Point(
                figure.organisationName(),
                reading,
                counts,
                standing(figure),
                highlighted.filter(figure.id().organisation()::equals).isPresent());
    }

    /** For a ratio of observed to expected, the expected number is the size. */
    private static Counts expectedCounts(Figure figure) {
        return figure.shown()
                .map(shown -> new Counts(
                        Reading.of(shown.numeratorShown()),
                        shown.expected().isPresent()
                                ? Reading.of(shown.expected().getAsDouble())
                                : Reading.missing(FigureWords.NOT_APPLICABLE)))
                .orElseGet(() -> Counts.missing(FigureWords.value(figure)));
    }

    /** The limits between the smallest and the largest figure compared; empty when there is no funnel. */
    public List<FunnelChart.Limits> limits() {
        return funnel.map(this::limits).orElse(List.of());
    }

    private List<FunnelChart.Limits> limits(Drawn drawn) {
        double[] sizes = figures.stream()
                .filter(figure -> position(figure.id()).isPresent())
                .mapToDouble(figure -> size(figure))
                .sorted()
                .toArray();
        double low = Math.max(1, sizes[0] * 0.9);
        double high = Math.max(low * 1.2, sizes[sizes.length - 1] * 1.05);
        double step = Math.pow(high / low, 1.0 / (LIMIT_POINTS - 1));
        List<FunnelChart.Limits> limits = new ArrayList<>(LIMIT_POINTS);
        for (int i = 0; i < LIMIT_POINTS; i++) {
            double size = low * Math.pow(step, i);
            FunnelLimits at = drawn.limits().apply(size);
            limits.add(new FunnelChart.Limits(size, at.lower998(), at.lower95(), at.upper95(), at.upper998()));
        }
        return limits;
    }

    /** The size by which a figure takes its place in the funnel. */
    private static double size(Figure figure) {
        return figure.shown()
                .map(shown -> shown.denominator()
                        .map(count -> (double) count.shown().orElse(0))
                        .orElseGet(() -> shown.expected().orElse(0)))
                .orElse(0.0);
    }

    private static Drawn ofProportions(ProportionFunnel funnel) {
        Map<String, FunnelPosition> positions = new HashMap<>();
        for (FunnelPoint point : funnel.points()) {
            positions.put(point.unit().group(), point.position());
        }
        return new Drawn(funnel.centre(), funnel.isAdjusted(), positions, funnel::limitsAt);
    }

    private static Drawn ofRates(RateFunnel funnel, double multiplier) {
        Map<String, FunnelPosition> positions = new HashMap<>();
        funnel.points().forEach(point -> positions.put(point.unit().group(), point.position()));
        return new Drawn(
                funnel.centre() * multiplier,
                funnel.isAdjusted(),
                positions,
                size -> times(funnel.limitsAt(size), multiplier));
    }

    private static FunnelLimits times(FunnelLimits limits, double multiplier) {
        return new FunnelLimits(
                limits.lower95() * multiplier,
                limits.upper95() * multiplier,
                limits.lower998() * multiplier,
                limits.upper998() * multiplier);
    }
}
