package org.silkthread.server.web.chart;

import java.util.Optional;
import org.silkthread.server.web.component.Cell;

/** A figure that may be seen, or the reason why there is none to see. */
public sealed interface Reading {

    /** A figure. Always finite. */
    record Known(double value) implements Reading {
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A figure is a finite number; say why when there is none");
            }
        }
    }

    /** No figure, and why, such as 'Number too small to show'. The hidden figure itself is not here. */
    record Missing(String reason) implements Reading {
        public Missing {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Say why there is no figure");
            }
        }
    }

    static Reading of(double value) {
        return new Known(value);
    }

    static Reading missing(String reason) {
        return new Missing(reason);
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    /** The figure, if it may be seen. */
    default Optional<Double> known() {
        return this instanceof Known(double value) ? Optional.of(value) : Optional.empty();
    }

    /** The reading as a cell of a table. */
    default Cell cell(NumberForm form) {
        return switch (this) {
            case Known(double value) -> form.cell(value);
            case Missing(String reason) -> Cell.absent(reason);
        };
    }

    /** The reading in words. */
    default String words(NumberForm form) {
        return switch (this) {
            case Known(double value) -> form.shown(value);
            case Missing(String reason) -> reason;
        };
    }
}
