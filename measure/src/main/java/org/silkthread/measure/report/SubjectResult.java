package org.silkthread.measure.report;

import java.util.List;

/**
 * What a measure says of one patient. Counts are exact and of one person: whoever publishes them goes through disclosure.
 *
 * @param groups one a group of the measure, in its order; empty when an error keeps the patient out of the measure
 * @param supplemental values for a patient who is in an initial population, when they were asked for
 * @param errors definitions that failed; a patient with a failed population counts as an error of the measure
 * @param notes what the measure could not use of the patient's data and counted as absent
 */
public record SubjectResult(
        MeasureDefinition measure,
        String patientId,
        List<GroupResult> groups,
        List<SupplementalValue> supplemental,
        List<PatientError> errors,
        List<String> notes) {}
