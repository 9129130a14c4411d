package org.silkthread.measure.report;

import static org.silkthread.measure.report.MeasureReader.CQFM;

import java.math.BigDecimal;
import java.util.List;
import org.silkthread.measure.report.ReportedGroup.Population;
import org.silkthread.measure.report.ReportedGroup.Stratifier;
import org.silkthread.measure.report.ReportedGroup.Stratum;
import tools.jackson.core.JsonGenerator;

/** Writes the groups of a MeasureReport. */
final class ReportGroupWriter {

    static final String AGGREGATE_RESULT = CQFM.replace("cqfm-", "extension-aggregationMethodResult");
    static final String SUMS = "http://silkthread.org/fhir/StructureDefinition/observation-sums";
    private static final String GAP_STATUS =
            "http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/extension-gapStatus";
    private static final String GAP_CODES = "http://hl7.org/fhir/us/davinci-deqm/CodeSystem/gaps-status";
    private static final String SCORING_CODES = "http://terminology.hl7.org/CodeSystem/measure-scoring";
    private static final String NOTATIONS = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";

    private final JsonGenerator out;
    private final FhirJson fhir;

    ReportGroupWriter(JsonGenerator out) {
        this.out = out;
        this.fhir = new FhirJson(out);
    }

    void write(ReportedGroup reported) {
        GroupDefinition group = reported.group();
        out.writeStartObject();
        fhir.text("id", group.id());
        extensions(reported);
        if (!group.text().isEmpty()) {
            fhir.textConcept("code", group.text());
        }
        populations(reported.populations());
        score(group.scoring(), reported.score());
        if (!reported.stratifiers().isEmpty()) {
            out.writeArrayPropertyStart("stratifier");
            for (Stratifier stratifier : reported.stratifiers()) {
                stratifier(group, stratifier);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void extensions(ReportedGroup reported) {
        GroupDefinition group = reported.group();
        out.writeArrayPropertyStart("extension");
        fhir.extension(CQFM + "scoring");
        fhir.concept(
                "valueCodeableConcept",
                SCORING_CODES,
                group.scoring().code(),
                group.scoring().display());
        fhir.end();
        fhir.extension(CQFM + "populationBasis");
        out.writeStringProperty("valueCode", group.basis());
        fhir.end();
        group.improvementNotation().ifPresent(notation -> {
            fhir.extension(CQFM + "improvementNotation");
            fhir.concept("valueCodeableConcept", NOTATIONS, notation.code(), notation.display());
            fhir.end();
        });
        reported.gap().ifPresent(gap -> {
            fhir.extension(GAP_STATUS);
            fhir.concept("valueCodeableConcept", GAP_CODES, gap.code(), "");
            fhir.end();
        });
        out.writeEndArray();
    }

    private void populations(List<Population> populations) {
        if (populations.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("population");
        for (Population population : populations) {
            out.writeStartObject();
            fhir.text("id", population.id());
            if (population.definition().isPresent() && population.observations().isPresent()) {
                observations(
                        population.definition().get(), population.observations().get());
            }
            PopulationCode code = population.code();
            fhir.concept("code", PopulationCode.SYSTEM, code.code(), code.display());
            out.writeNumberProperty("count", population.count());
            if (!population.subjects().isEmpty()) {
                fhir.reference("subjectResults", "#" + population.subjects());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The aggregate, and the sums of which reports of parts can be combined and checked. */
    private void observations(PopulationDefinition population, ObservationTally tally) {
        out.writeArrayPropertyStart("extension");
        fhir.extension(CQFM + "aggregateMethod");
        out.writeStringProperty(
                "valueString",
                population.aggregateName().isEmpty() ? tally.method().code() : population.aggregateName());
        fhir.end();
        population.criteriaReference().ifPresent(reference -> {
            fhir.extension(CQFM + "criteriaReference");
            out.writeStringProperty("valueString", reference);
            fhir.end();
        });
        if (tally.value() instanceof Score.Value(BigDecimal value)) {
            fhir.extension(AGGREGATE_RESULT);
            out.writeNumberProperty("valueDecimal", value);
            fhir.end();
        }
        sums(tally);
        out.writeEndArray();
    }

    private void sums(ObservationTally tally) {
        ObservationTally.Sums sums = tally.sums();
        fhir.extension(SUMS);
        out.writeArrayPropertyStart("extension");
        decimal("count", BigDecimal.valueOf(sums.count()));
        decimal("sum", sums.sum());
        decimal("sumOfSquares", sums.squares());
        if (sums.minimum() != null && sums.maximum() != null) {
            decimal("minimum", sums.minimum());
            decimal("maximum", sums.maximum());
        }
        for (String unit : tally.units()) {
            fhir.extension("unit");
            out.writeStringProperty("valueString", unit);
            fhir.end();
        }
        out.writeEndArray();
        fhir.end();
    }

    private void decimal(String url, BigDecimal value) {
        fhir.extension(url);
        out.writeNumberProperty("valueDecimal", value);
        fhir.end();
    }

    /** A cohort has no score; elsewhere an absent one carries the reason. */
    private void score(Scoring scoring, Score score) {
        if (scoring == Scoring.COHORT) {
            return;
        }
        out.writeObjectPropertyStart("measureScore");
        switch (score) {
            case Score.Value(BigDecimal value) -> out.writeNumberProperty("value", value);
            case Score.Absent(String reason) -> {
                out.writeArrayPropertyStart("extension");
                fhir.extension(FhirJson.ABSENT_REASON);
                out.writeStringProperty("valueCode", reason.equals(Scores.ZERO) ? "not-a-number" : "not-applicable");
                fhir.end();
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private void stratifier(GroupDefinition group, Stratifier stratifier) {
        StratifierDefinition definition = stratifier.definition();
        out.writeStartObject();
        fhir.text("id", definition.id());
        if (!definition.text().isEmpty()) {
            out.writeArrayPropertyStart("code");
            out.writeStartObject();
            out.writeStringProperty("text", definition.text());
            out.writeEndObject();
            out.writeEndArray();
        }
        if (!stratifier.strata().isEmpty()) {
            out.writeArrayPropertyStart("stratum");
            for (Stratum stratum : stratifier.strata()) {
                out.writeStartObject();
                stratumValue(definition, stratum.value());
                populations(stratum.populations());
                score(group.scoring(), stratum.score());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void stratumValue(StratifierDefinition definition, StratumValue value) {
        if (value.components().size() == 1) {
            fhir.textConcept("value", value.text());
            return;
        }
        out.writeArrayPropertyStart("component");
        for (int i = 0; i < value.components().size(); i++) {
            StratifierComponent component = definition.components().get(i);
            out.writeStartObject();
            fhir.textConcept("code", component.text().isEmpty() ? component.expression() : component.text());
            fhir.textConcept("value", value.components().get(i));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
