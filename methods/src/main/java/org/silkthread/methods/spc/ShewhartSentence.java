package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in plain words what a Shewhart chart shows. */
final class ShewhartSentence {

    private final ShewhartChart chart;
    private final XmrWording words;

    private ShewhartSentence(ShewhartChart chart, XmrWording words) {
        this.chart = chart;
        this.words = words;
    }

    static String of(ShewhartChart chart, XmrWording wording) {
        return chart.latest()
                .map(latest -> new ShewhartSentence(chart, wording).about(latest))
                .orElse("There are no values to show.");
    }

    private String about(ShewhartPoint.Measured latest) {
        List<String> sentences = new ArrayList<>();
        Optional<Change> last = lastChange();
        last.ifPresent(change -> sentences.add(describe(change, latest)));
        RunsTest runs = latest.phase().runs();
        if (chart.options().kind() != ShewhartKind.MOVING_RANGE && runs.areCrossingsTooFew()) {
            sentences.add("The values cross the centre line " + times(runs.crossings()) + " where chance would make it "
                    + times(runs.crossingsMin()) + " or more: they did not stay at one level.");
        }
        if (sentences.isEmpty()) {
            sentences.add("No change: values vary by chance alone around " + around(latest) + ".");
        }
        chart.assurance().map(this::target).ifPresent(sentences::add);
        if (latest.limits().isEmpty() && chart.options().kind() != ShewhartKind.RUN) {
            sentences.add("There are too few values next to each other to set limits.");
        }
        return String.join(" ", sentences);
    }

    private String around(ShewhartPoint.Measured latest) {
        String centre = words.value().apply(latest.centre());
        return latest.limits()
                .map(limits -> centre + ", between " + words.value().apply(limits.lower()) + " and "
                        + words.value().apply(limits.upper()))
                .orElse(centre);
    }

    private String describe(Change change, ShewhartPoint.Measured latest) {
        String when = change.points == 1
                ? " " + words.when(change.from)
                : " from " + words.date().apply(change.from) + " to "
                        + words.date().apply(change.to);
        String why = change.signals.stream().map(ShewhartSentence::reason).collect(Collectors.joining(", and "));
        String all = verdict(change.type, change.direction) + when + ": " + why + ".";
        return change.last.equals(latest)
                ? all
                : "No change at present: the latest value (" + words.date().apply(latest.date())
                        + ") is what chance would give around " + around(latest) + ". Earlier: "
                        + Character.toLowerCase(all.charAt(0)) + all.substring(1);
    }

    private static String verdict(PointType type, int direction) {
        return switch (type) {
            case COMMON_CAUSE -> "No change";
            case IMPROVEMENT -> "A change for the better";
            case CONCERN -> "A change for the worse";
            case NEUTRAL_HIGH, NEUTRAL_LOW -> direction > 0 ? "A change upwards" : "A change downwards";
        };
    }

    private static String reason(ShewhartSignal signal) {
        return switch (signal) {
            case ABOVE_UPPER_LIMIT -> "above the upper control limit";
            case BELOW_LOWER_LIMIT -> "below the lower control limit";
            case LONG_RUN_ABOVE -> "an unusually long run above the centre line";
            case LONG_RUN_BELOW -> "an unusually long run below the centre line";
            case COMMON_CAUSE -> "by chance alone";
        };
    }

    private String target(AssuranceIcon icon) {
        String target =
                "The target of " + words.value().apply(chart.options().target().orElseThrow());
        return switch (icon) {
            case CONSISTENT_PASS -> target + " will be met every time unless something changes.";
            case CONSISTENT_FAIL -> target + " will be missed every time unless something changes.";
            case INCONSISTENT -> target + " will be met in some periods and missed in others by chance.";
        };
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** Neighbouring measured points of one phase that mean the same, in the same direction. */
    private record Change(
            LocalDate from,
            LocalDate to,
            int points,
            PointType type,
            int direction,
            Set<ShewhartSignal> signals,
            ShewhartPoint.Measured last) {}

    private Optional<Change> lastChange() {
        List<ShewhartPoint.Measured> measured = chart.measured();
        int end = measured.size() - 1;
        while (end >= 0 && measured.get(end).signal() == ShewhartSignal.COMMON_CAUSE) {
            end--;
        }
        if (end < 0) {
            return Optional.empty();
        }
        ShewhartPoint.Measured last = measured.get(end);
        Set<ShewhartSignal> signals = EnumSet.noneOf(ShewhartSignal.class);
        ShewhartPoint.Measured first = last;
        int points = 0;
        for (int i = end; i >= 0 && continues(measured.get(i), last); i--) {
            if (measured.get(i).signal() != ShewhartSignal.COMMON_CAUSE) {
                first = measured.get(i);
                signals.add(first.signal());
                points++;
            }
        }
        return Optional.of(new Change(
                first.date(), last.date(), points, last.type(), last.signal().direction(), signals, last));
    }

    /** A point on the centre line does not end a run, so it does not end what is told of it. */
    private static boolean continues(ShewhartPoint.Measured point, ShewhartPoint.Measured last) {
        boolean onLine = point.side() == 0 && point.signal() == ShewhartSignal.COMMON_CAUSE;
        boolean same = point.signal().direction() == last.signal().direction();
        return point.phase().equals(last.phase()) && (onLine || same);
    }
}
