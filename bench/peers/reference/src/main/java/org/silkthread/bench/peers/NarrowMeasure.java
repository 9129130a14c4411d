package org.silkthread.bench.peers;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.StringType;

/**
 * A measure as the reference engine evaluates it quickest, and the expressions that it then needs: populations and
 * stratifiers without supplemental data. A population that an observation names by its id takes its code as id, and an
 * aggregate method is written in small letters, because the engine refuses others there.
 */
record NarrowMeasure(Measure measure, Set<String> expressions) {

    private static final String AGGREGATE_METHOD =
            "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-aggregateMethod";

    private static final String CRITERIA_REFERENCE =
            "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-criteriaReference";

    static NarrowMeasure of(Measure original) {
        Measure measure = original.copy();
        measure.getSupplementalData().clear();
        Set<String> expressions = new TreeSet<>();
        // A member of a population of patients is the patient, whom the engine takes from among the results.
        expressions.add("Patient");
        for (Measure.MeasureGroupComponent group : measure.getGroup()) {
            for (Measure.MeasureGroupPopulationComponent population : group.getPopulation()) {
                if (population.getCode().getCodingFirstRep().getCode().equals("measure-observation")) {
                    nameByCode(group, population);
                } else {
                    expressions.add(population.getCriteria().getExpression());
                }
            }
            for (Measure.MeasureGroupStratifierComponent stratifier : group.getStratifier()) {
                if (stratifier.hasCriteria()) {
                    expressions.add(stratifier.getCriteria().getExpression());
                }
                stratifier.getComponent().forEach(component -> expressions.add(
                        component.getCriteria().getExpression()));
            }
        }
        return new NarrowMeasure(measure, expressions);
    }

    private static void nameByCode(
            Measure.MeasureGroupComponent group, Measure.MeasureGroupPopulationComponent observation) {
        Extension method = observation.getExtensionByUrl(AGGREGATE_METHOD);
        if (method != null) {
            method.setValue(new StringType(method.getValue().primitiveValue().toLowerCase(Locale.ROOT)));
        }
        Extension reference = observation.getExtensionByUrl(CRITERIA_REFERENCE);
        if (reference == null) {
            return;
        }
        String named = reference.getValue().primitiveValue();
        group.getPopulation().stream()
                .filter(population -> named.equals(population.getId()))
                .findFirst()
                .ifPresent(population -> {
                    String code = population.getCode().getCodingFirstRep().getCode();
                    population.setId(code);
                    reference.setValue(new StringType(code));
                });
    }
}
