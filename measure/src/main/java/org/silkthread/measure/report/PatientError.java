package org.silkthread.measure.report;

import java.util.Comparator;

/**
 * A definition that failed for a patient.
 *
 * @param definition library and name
 */
public record PatientError(String patientId, String definition, String message) implements Comparable<PatientError> {

    private static final Comparator<PatientError> ORDER = Comparator.comparing(PatientError::patientId)
            .thenComparing(PatientError::definition)
            .thenComparing(PatientError::message);

    @Override
    public int compareTo(PatientError other) {
        return ORDER.compare(this, other);
    }
}
