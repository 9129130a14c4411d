package org.silkthread.measure.report;

import org.jspecify.annotations.Nullable;

/** The value of supplemental data for a patient: any CQL value, or null. */
public record SupplementalValue(
        SupplementalData data, @Nullable Object value) {}
