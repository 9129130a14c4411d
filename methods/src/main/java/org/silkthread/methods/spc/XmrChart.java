package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The XmR (individuals) chart of the NHS Making Data Count programme, "plot the dots".
 *
 * <p>For each phase, in date order: the mean of the baseline values; the average of the moving ranges |y(i) - y(i-1)|,
 * after leaving out once those that are not below 3.267 times the average (an option); process limits at the mean ± 2.66
 * average moving ranges and near limits at two thirds of that; and the four rules of {@link SpecialCause}, none of which
 * looks across a rebasing.
 *
 * <p>Where the reference gives no number, this chart is defined as follows.
 *
 * <ul>
 *   <li>A constant series has limits equal to its mean; every point is on them and so common cause.
 *   <li>One point has a mean and no limits. An empty series has no points, no phases and no icons.
 *   <li>A missing period is a gap. No moving range crosses it, and no trend, shift or two-in-three reaches across it:
 *       seven points in a row are seven measured periods in a row. A period that is simply not in the list is not known
 *       to be missing, and its neighbours count as neighbours.
 * </ul>
 *
 * <p>Sources: NHS England, "Making Data Count"; the R package NHSRplotthedots, which the tests compare with; Nelson LS,
 * "Control charts for individual measurements", Journal of Quality Technology 14 (1982) 172-173.
 */
public final class XmrChart {

    private static final int FEWEST_FOR_FIRM_LIMITS = 12;

    private final XmrOptions options;
    private final List<XmrPoint> points;
    private final List<XmrPhase> phases;

    private XmrChart(XmrOptions options, List<XmrPoint> points, List<XmrPhase> phases) {
        this.options = options;
        this.points = Collections.unmodifiableList(points);
        this.phases = Collections.unmodifiableList(phases);
    }

    /**
     * Draws up the chart.
     *
     * @param observations in any order, no date twice
     * @param options direction, target, phases, baseline and screening
     * @return the chart, empty when there are no observations
     * @throws IllegalArgumentException when a date occurs twice
     */
    public static XmrChart of(List<Observation> observations, XmrOptions options) {
        List<Observation> ordered = new ArrayList<>(observations);
        ordered.sort(Comparator.comparing(Observation::date));
        requireDistinctDates(ordered);
        List<XmrPoint> points = new ArrayList<>(ordered.size());
        List<XmrPhase> phases = new ArrayList<>();
        for (List<Observation> stretch : Phases.cut(ordered, Observation::date, options.rebaseDates())) {
            List<XmrPoint> added = XmrPhasing.points(stretch, options);
            points.addAll(added);
            phases.add(added.getFirst().phase());
        }
        return new XmrChart(options, points, phases);
    }

    /**
     * The options it was drawn up with.
     *
     * @return direction, target, phases, baseline and screening
     */
    public XmrOptions options() {
        return options;
    }

    /**
     * Every observation in date order.
     *
     * @return measured and missing points
     */
    public List<XmrPoint> points() {
        return points;
    }

    /**
     * The observations that have a value, in date order.
     *
     * @return measured points
     */
    public List<XmrPoint.Measured> measured() {
        List<XmrPoint.Measured> measured = new ArrayList<>(points.size());
        for (XmrPoint point : points) {
            if (point instanceof XmrPoint.Measured m) {
                measured.add(m);
            }
        }
        return Collections.unmodifiableList(measured);
    }

    /**
     * The stretches with their own mean and limits, in date order.
     *
     * @return at least one unless the chart is empty
     */
    public List<XmrPhase> phases() {
        return phases;
    }

    /**
     * The variation icon: what the latest measured point shows.
     *
     * @return nothing when no point was measured
     */
    public Optional<VariationIcon> variation() {
        return latest().map(point -> VariationIcon.of(point.specialCause(), point.type()));
    }

    /**
     * The assurance icon: whether the latest limits lie on the good side of the target.
     *
     * @return nothing without a target, without limits, or when neither direction is better
     */
    public Optional<AssuranceIcon> assurance() {
        if (options.target().isEmpty() || options.improvement() == Improvement.NEUTRAL || phases.isEmpty()) {
            return Optional.empty();
        }
        boolean increaseIsBetter = options.improvement() == Improvement.INCREASE;
        return phases.getLast()
                .limits()
                .map(limits -> AssuranceIcon.of(options.target().getAsDouble(), limits, increaseIsBetter));
    }

    /**
     * Every change that the rules show, in date order.
     *
     * @return empty when all is common cause
     */
    public List<XmrSignal> signals() {
        List<XmrSignal> signals = new ArrayList<>();
        List<XmrPoint.Measured> run = new ArrayList<>();
        for (XmrPoint point : points) {
            boolean signal =
                    point instanceof XmrPoint.Measured m && m.specialCause().isSignal();
            if (!run.isEmpty() && !(signal && continues(run.getLast(), (XmrPoint.Measured) point))) {
                signals.add(signalOf(run));
                run.clear();
            }
            if (signal) {
                run.add((XmrPoint.Measured) point);
            }
        }
        if (!run.isEmpty()) {
            signals.add(signalOf(run));
        }
        return Collections.unmodifiableList(signals);
    }

    /**
     * Why the limits deserve less trust, phase by phase.
     *
     * @return empty when every phase has limits set by at least twelve points
     */
    public List<XmrWarning> warnings() {
        List<XmrWarning> warnings = new ArrayList<>();
        int baseline = options.baselinePoints().orElse(Integer.MAX_VALUE);
        for (XmrPhase phase : phases) {
            if (phase.limits().isEmpty()) {
                warnings.add(new XmrWarning.NoLimits(phase));
            } else if (phase.measured() < FEWEST_FOR_FIRM_LIMITS) {
                warnings.add(new XmrWarning.TrialLimits(phase));
            } else if (baseline < FEWEST_FOR_FIRM_LIMITS) {
                warnings.add(new XmrWarning.ShortBaseline(phase, baseline));
            }
        }
        return Collections.unmodifiableList(warnings);
    }

    /**
     * What changed and when, in plain words, with dates and numbers written the default way.
     *
     * @return one or more whole sentences
     */
    public String sentence() {
        return XmrSentence.of(this, XmrWording.plain(this));
    }

    /**
     * What changed and when, in plain words.
     *
     * @param wording how dates and values are written
     * @return one or more whole sentences
     */
    public String sentence(XmrWording wording) {
        return XmrSentence.of(this, wording);
    }

    Optional<XmrPoint.Measured> latest() {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i) instanceof XmrPoint.Measured m) {
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    private static boolean continues(XmrPoint.Measured before, XmrPoint.Measured point) {
        return before.phase() == point.phase()
                && before.type() == point.type()
                && before.specialCause().direction() == point.specialCause().direction();
    }

    private static XmrSignal signalOf(List<XmrPoint.Measured> run) {
        Set<SpecialCause> causes = EnumSet.noneOf(SpecialCause.class);
        run.forEach(point -> causes.add(point.specialCause()));
        XmrPoint.Measured last = run.getLast();
        LocalDate from = run.getFirst().date();
        VariationIcon icon = VariationIcon.of(last.specialCause(), last.type());
        return new XmrSignal(from, last.date(), run.size(), icon, List.copyOf(causes));
    }

    private static void requireDistinctDates(List<Observation> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).date().equals(ordered.get(i - 1).date())) {
                throw new IllegalArgumentException(
                        "Two observations are dated " + ordered.get(i).date());
            }
        }
    }
}
