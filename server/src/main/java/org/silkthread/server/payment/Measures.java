package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;
import org.springframework.stereotype.Component;

/** Which indicators can carry a payment, and what a payment needs to know of them. */
@Component
class Measures {

    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

    private final Catalogue catalogue;

    Measures(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The answer to whether an indicator can carry a payment. */
    sealed interface Answer {}

    /** It can. */
    record Payable(Measure measure) implements Answer {}

    /**
     * It cannot.
     *
     * @param expected what was expected in its place
     */
    record NotPayable(String expected) implements Answer {}

    /** The indicator as defined on a day. */
    Answer find(String indicator, LocalDate day) {
        return catalogue
                .find(indicator, day)
                .map(Measures::of)
                .orElseGet(() -> new NotPayable("the id of an indicator that is defined on " + day));
    }

    /** @throws NotPriceable if the indicator cannot carry a payment any more */
    Measure require(String indicator, LocalDate day) {
        return switch (find(indicator, day)) {
            case Payable payable -> payable.measure();
            case NotPayable not ->
                throw new NotPriceable("Nothing can be paid for " + indicator + ". Expected " + not.expected() + ".");
        };
    }

    private static Answer of(IndicatorDefinition definition) {
        if (!definition.hasDenominator()) {
            return new NotPayable("an indicator with a denominator: a share or a rate");
        }
        return switch (definition.direction()) {
            case HIGHER -> new Payable(measure(definition, Better.HIGHER));
            case LOWER -> new Payable(measure(definition, Better.LOWER));
            case NEITHER -> new NotPayable("an indicator for which higher or lower is better");
        };
    }

    private static Measure measure(IndicatorDefinition definition, Better better) {
        return definition.method() == Method.PROPORTION
                ? new Measure(definition.title(), "%", PER_CENT, better)
                : new Measure(
                        definition.title(), definition.unit(), BigDecimal.valueOf(definition.multiplier()), better);
    }
}
