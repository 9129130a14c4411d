package org.silkthread.measure.semantics;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.value.Settings;

/**
 * What an evaluation of a plan needs beside the patient.
 *
 * @param parameters values by the parameter's name, in every library that declares it; such as {@code Measurement
 *     Period}. A parameter that is absent here has its default, or null
 * @param errors what errors in the data do
 */
public record Inputs(
        Plan plan,
        FhirModel model,
        ValueSets valueSets,
        Settings settings,
        Map<String, @Nullable Object> parameters,
        ErrorMode errors) {}
