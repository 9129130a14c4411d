package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;

/** The locals of a definition or function while it is evaluated for a patient. */
final class Frame {

    final CompiledEvaluation patient;
    final @Nullable Object[] locals;

    Frame(CompiledEvaluation patient, int size) {
        this.patient = patient;
        this.locals = new Object[size];
    }
}
