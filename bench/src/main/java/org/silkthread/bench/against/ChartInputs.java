package org.silkthread.bench.against;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.silkthread.bench.program.Workspace;
import org.silkthread.methods.funnel.Funnel;
import org.silkthread.methods.funnel.FunnelLimits;
import org.silkthread.methods.funnel.FunnelMethod;
import org.silkthread.methods.funnel.FunnelPoint;
import org.silkthread.methods.funnel.FunnelUnit;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrLimits;
import org.silkthread.methods.spc.XmrOptions;
import org.silkthread.methods.spc.XmrPoint;

/**
 * What both sides compute from, made up from a fixed seed.
 *
 * @param series monthly values with a change halfway
 * @param units observed and expected deaths of units that differ by more than chance
 */
record ChartInputs(List<List<Observation>> series, List<FunnelUnit> units) {

    /** Periods in each series. */
    static final int POINTS = 60;

    private static final long SEED = 20090708;
    private static final LocalDate FIRST = LocalDate.of(2009, 4, 1);
    private static final XmrOptions OPTIONS = XmrOptions.of(Improvement.INCREASE);

    static ChartInputs made(int seriesCount, int unitCount) {
        Random random = new Random(SEED);
        List<List<Observation>> series = new ArrayList<>(seriesCount);
        for (int i = 0; i < seriesCount; i++) {
            List<Observation> one = new ArrayList<>(POINTS);
            for (int j = 0; j < POINTS; j++) {
                double level = j < POINTS / 2 ? 92 : 92.5;
                one.add(Observation.of(FIRST.plusMonths(j), level + random.nextGaussian()));
            }
            series.add(one);
        }
        List<FunnelUnit> units = new ArrayList<>(unitCount);
        for (int i = 0; i < unitCount; i++) {
            double expected = 20 + 2000 * random.nextDouble();
            double ratio = Math.exp(0.1 * random.nextGaussian());
            units.add(new FunnelUnit("U" + i, Math.max(1, Math.rint(expected * ratio)), expected));
        }
        return new ChartInputs(series, units);
    }

    void writeTo(Workspace workspace) {
        try {
            Files.write(
                    workspace.at("series.csv"),
                    series.stream()
                            .map(one -> one.stream()
                                    .map(o -> Double.toString(o.value().orElseThrow()))
                                    .collect(Collectors.joining(",")))
                            .toList());
            List<String> lines = new ArrayList<>(List.of("observed,expected"));
            units.forEach(unit -> lines.add(unit.numerator() + "," + unit.denominator()));
            Files.write(workspace.at("units.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every chart: the widths between its limits, and its special causes. */
    double[] charts() {
        double widths = 0;
        double signals = 0;
        for (List<Observation> one : series) {
            XmrChart chart = XmrChart.of(one, OPTIONS);
            XmrLimits limits = chart.phases().getFirst().limits().orElseThrow();
            widths += limits.upper() - limits.lower();
            for (XmrPoint point : chart.points()) {
                signals +=
                        point instanceof XmrPoint.Measured m && m.specialCause().isSignal() ? 1 : 0;
            }
        }
        return new double[] {widths, signals};
    }

    /** The funnel: over-dispersion and all limits added up, and its outliers. */
    double[] funnel() {
        Funnel funnel = Funnel.of(units, FunnelMethod.shmi()).orElseThrow();
        double sum = funnel.overdispersion().phi() + funnel.overdispersion().tau2();
        double outliers = 0;
        for (FunnelPoint point : funnel.points()) {
            sum += total(point.unadjusted()) + total(point.adjusted());
            outliers += point.position().isOutlier() ? 1 : 0;
        }
        return new double[] {sum, outliers};
    }

    private static double total(FunnelLimits limits) {
        return limits.lower95() + limits.upper95() + limits.lower998() + limits.upper998();
    }
}
