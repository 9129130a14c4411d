package org.silkthread.server.indicators;

import java.util.List;
import java.util.OptionalDouble;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrOptions;

/** Control charts of figures. */
public final class Spc {

    private Spc() {}

    /**
     * The XmR chart of a series by the rules of Making Data Count: direction and target from the definition, a gap
     * wherever a value is withheld.
     *
     * @param series figures of one indicator and one place, as disclosed to the reader of the chart
     */
    public static XmrChart of(List<Figure> series) {
        return series.isEmpty()
                ? XmrChart.of(List.of(), XmrOptions.of(Improvement.NEUTRAL))
                : of(series, options(series.getLast().definition()));
    }

    /** The XmR chart of a series with options of the reader's choice. */
    public static XmrChart of(List<Figure> series, XmrOptions options) {
        return XmrChart.of(series.stream().map(Spc::observation).toList(), options);
    }

    /** The direction and the target of a definition. */
    public static XmrOptions options(IndicatorDefinition definition) {
        XmrOptions options = XmrOptions.of(
                switch (definition.direction()) {
                    case HIGHER -> Improvement.INCREASE;
                    case LOWER -> Improvement.DECREASE;
                    case NEITHER -> Improvement.NEUTRAL;
                });
        return definition
                .minimumStandard()
                .map(standard -> options.withTarget(standard.value()))
                .orElse(options);
    }

    private static Observation observation(Figure figure) {
        OptionalDouble value =
                figure.shown().map(shown -> OptionalDouble.of(shown.value())).orElse(OptionalDouble.empty());
        return new Observation(figure.id().period().start(), value);
    }
}
