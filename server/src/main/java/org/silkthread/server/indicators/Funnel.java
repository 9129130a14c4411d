package org.silkthread.server.indicators;

import java.util.List;
import org.silkthread.methods.funnel.ProportionFunnel;
import org.silkthread.methods.funnel.RateFunnel;
import org.silkthread.server.disclosure.WithheldReason;

/** Organisations compared on one indicator in one period, from disclosed counts. */
public sealed interface Funnel {

    /** The figures of all organisations that were asked for, those without a value included. */
    List<Figure> figures();

    /**
     * A funnel of proportions, widened for over-dispersion where there is any. Its units are called by organisation
     * code.
     */
    record OfProportions(List<Figure> figures, ProportionFunnel funnel) implements Funnel {}

    /**
     * A funnel of rates, widened for over-dispersion where there is any. Its units are called by organisation code, its
     * values are events per unit of the denominator.
     */
    record OfRates(List<Figure> figures, RateFunnel funnel) implements Funnel {}

    /** No comparison can be drawn. */
    record None(List<Figure> figures, WithheldReason reason) implements Funnel {}
}
