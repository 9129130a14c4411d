package org.silkthread.methods.spc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words what a chart shows. */
final class XmrSentence {

    private final XmrChart chart;
    private final XmrWording words;

    private XmrSentence(XmrChart chart, XmrWording words) {
        this.chart = chart;
        this.words = words;
    }

    static String of(XmrChart chart, XmrWording wording) {
        return chart.latest()
                .map(latest -> new XmrSentence(chart, wording).about(latest))
                .orElse("There are no values to show.");
    }

    private String about(XmrPoint.Measured latest) {
        List<String> sentences = new ArrayList<>();
        sentences.add(change(latest));
        chart.assurance().map(this::target).ifPresent(sentences::add);
        for (XmrWarning warning : chart.warnings()) {
            if (warning.phase() == latest.phase()) {
                sentences.add(caution(warning));
            }
        }
        return String.join(" ", sentences);
    }

    private String change(XmrPoint.Measured latest) {
        String latestPeriod = words.date().apply(latest.date());
        if (latest.limits().isEmpty()) {
            return "The latest value is " + words.value().apply(latest.value()) + " (" + latestPeriod + ").";
        }
        List<XmrSignal> signals = chart.signals();
        if (signals.isEmpty()) {
            return "No change: values vary by chance alone around " + range(latest) + ".";
        }
        XmrSignal last = signals.getLast();
        if (last.to().equals(latest.date())) {
            return describe(last);
        }
        return "No change at present: the latest value (" + latestPeriod + ") is within the expected range, around "
                + range(latest) + ". Earlier: " + lowerFirst(describe(last));
    }

    private String range(XmrPoint.Measured latest) {
        XmrLimits limits = latest.limits().orElseThrow();
        return words.value().apply(latest.centre()) + ", between "
                + words.value().apply(limits.lower()) + " and "
                + words.value().apply(limits.upper());
    }

    private String describe(XmrSignal signal) {
        String from = words.date().apply(signal.from());
        String when = signal.points() == 1
                ? " " + words.when(signal.from())
                : " from " + from + " to " + words.date().apply(signal.to());
        String why = signal.causes().stream().map(XmrSentence::reason).collect(Collectors.joining(", and "));
        return verdict(signal.icon()) + when + ": " + why + ".";
    }

    private static String verdict(VariationIcon icon) {
        return switch (icon) {
            case COMMON_CAUSE -> "No change";
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> "A change for the better";
            case CONCERN_HIGH, CONCERN_LOW -> "A change for the worse";
            case NEUTRAL_HIGH -> "A change upwards";
            case NEUTRAL_LOW -> "A change downwards";
        };
    }

    private static String reason(SpecialCause cause) {
        return switch (cause) {
            case ABOVE_UPPER_LIMIT -> "above the upper process limit";
            case BELOW_LOWER_LIMIT -> "below the lower process limit";
            case INCREASING_TREND -> "seven or more values in a row, each higher than the last";
            case DECREASING_TREND -> "seven or more values in a row, each lower than the last";
            case TWO_IN_THREE_ABOVE -> "two of three values in a row close to the upper limit";
            case TWO_IN_THREE_BELOW -> "two of three values in a row close to the lower limit";
            case SHIFT_ABOVE -> "seven or more values in a row above the average";
            case SHIFT_BELOW -> "seven or more values in a row below the average";
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

    private static String caution(XmrWarning warning) {
        return switch (warning) {
            case XmrWarning.NoLimits none -> "There are too few values next to each other to tell change from chance.";
            case XmrWarning.TrialLimits trial ->
                "The limits are provisional: they rest on " + trial.phase().measured() + " values.";
            case XmrWarning.ShortBaseline fixed -> "The limits rest on the first " + fixed.points() + " values only.";
        };
    }

    private static String lowerFirst(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
