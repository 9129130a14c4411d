package org.silkthread.methods.spc;

/** Why the limits of a phase deserve less trust. */
public sealed interface XmrWarning {

    /**
     * The stretch it is about.
     *
     * @return a phase of the chart
     */
    XmrPhase phase();

    /**
     * Fewer than twelve measured points: the limits are trial limits and move with every further point.
     *
     * @param phase the stretch it is about
     */
    record TrialLimits(XmrPhase phase) implements XmrWarning {}

    /**
     * No two neighbouring values: there is no moving range, so there are no limits and nothing can be tested.
     *
     * @param phase the stretch it is about
     */
    record NoLimits(XmrPhase phase) implements XmrWarning {}

    /**
     * Limits fixed on fewer than twelve points although more were measured since.
     *
     * @param phase the stretch it is about
     * @param points how many points set the limits
     */
    record ShortBaseline(XmrPhase phase, int points) implements XmrWarning {}
}
