package org.silkthread.server.accounts.web;

import org.silkthread.server.indicators.Direction;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.MinimumStandard;
import org.silkthread.server.indicators.reading.FigureWords;

/** Whether a figure reaches the minimum standard of its indicator. The published figure is compared, not an exact one. */
enum StandardReached {
    MET,
    NOT_MET,
    NO_STANDARD,
    NOT_KNOWN;

    static StandardReached of(Figure figure) {
        IndicatorDefinition definition = figure.definition();
        if (definition.minimumStandard().isEmpty() || definition.direction() == Direction.NEITHER) {
            return NO_STANDARD;
        }
        if (figure.shown().isEmpty()) {
            return NOT_KNOWN;
        }
        double value = figure.shown().get().value();
        double standard = definition.minimumStandard().get().value();
        boolean met = definition.direction() == Direction.HIGHER ? value >= standard : value <= standard;
        return met ? MET : NOT_MET;
    }

    /** 'Not met: the standard is 95.0%' or 'No standard is set'. */
    static String words(Figure figure) {
        StandardReached reached = of(figure);
        return switch (reached) {
            case MET -> "Met: the standard is " + standard(figure);
            case NOT_MET -> "Not met: the standard is " + standard(figure);
            case NO_STANDARD -> "No standard is set";
            case NOT_KNOWN -> "Not known";
        };
    }

    private static String standard(Figure figure) {
        return figure.definition()
                .minimumStandard()
                .map(MinimumStandard::value)
                .map(value -> FigureWords.form(figure.definition()).shown(value))
                .orElse(FigureWords.NOT_APPLICABLE);
    }
}
