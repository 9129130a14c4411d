package org.silkthread.measure.report;

import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes FHIR R4 MeasureReports, one a line (NDJSON), with the elements of the DEQM and Quality Measure implementation
 * guides that need no more than the results: scoring and improvement notation of groups, aggregates of observations,
 * supplemental data as contained Observations, errors as a contained OperationOutcome, gap status of individuals.
 *
 * <p>Counts are exact. The library rounds and hides nothing: whoever publishes reports goes through disclosure first.
 * Used by one thread.
 */
public final class MeasureReportWriter implements AutoCloseable {

    private static final String NOTATIONS = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";
    private static final String POPULATION_REFERENCE =
            "http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/extension-populationReference";

    private final JsonGenerator out;
    private final FhirJson fhir;
    private final ReportGroupWriter groups;
    private final ContainedWriter contained;
    private final MeasurementPeriod period;
    private final OffsetDateTime date;

    /**
     * @param target is closed with the writer
     * @param date when the results were made
     */
    public MeasureReportWriter(OutputStream target, MeasurementPeriod period, OffsetDateTime date) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .rootValueSeparator("\n")
                .build();
        out = factory.createGenerator(ObjectWriteContext.empty(), target);
        fhir = new FhirJson(out);
        groups = new ReportGroupWriter(out);
        contained = new ContainedWriter(out);
        this.period = period;
        this.date = date;
    }

    /** The report of a measure over a population, with the problems of the measure. */
    public void summary(MeasureTally tally, List<MeasureProblem> problems) {
        population("summary", tally, problems, Optional.empty());
    }

    /** The same with who is in each population, as contained Lists. */
    public void subjectList(MeasureTally tally, SubjectLists lists, List<MeasureProblem> problems) {
        population("subject-list", tally, problems, Optional.of(lists));
    }

    private void population(
            String type, MeasureTally tally, List<MeasureProblem> problems, Optional<SubjectLists> lists) {
        out.writeStartObject();
        out.writeStringProperty("resourceType", "MeasureReport");
        List<String> supplemental = contained.population(tally, problems, lists);
        head(type, tally.measure(), "complete", supplemental);
        out.writeArrayPropertyStart("group");
        int plain = 0;
        int composite = 0;
        for (GroupDefinition group : tally.measure().groups()) {
            groups.write(
                    group.scoring() == Scoring.COMPOSITE
                            ? ReportedGroup.of(tally.composites().get(composite++))
                            : ReportedGroup.of(tally.group(plain), lists, plain++));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** The report of a measure about one patient. */
    public void individual(SubjectResult result) {
        out.writeStartObject();
        out.writeStringProperty("resourceType", "MeasureReport");
        List<String> supplemental = contained.individual(result);
        head("individual", result.measure(), result.groups().isEmpty() ? "error" : "complete", supplemental);
        fhir.reference("subject", "Patient/" + result.patientId());
        if (!result.groups().isEmpty()) {
            out.writeArrayPropertyStart("group");
            for (int i = 0; i < result.groups().size(); i++) {
                groups.write(ReportedGroup.of(
                        result.measure().groups().get(i), result.groups().get(i)));
            }
            out.writeEndArray();
        }
        evaluatedResources(result);
        out.writeEndObject();
    }

    private void head(String type, MeasureDefinition measure, String status, List<String> supplemental) {
        if (!supplemental.isEmpty()) {
            out.writeArrayPropertyStart("extension");
            for (String id : supplemental) {
                fhir.extension(ContainedWriter.SUPPLEMENTAL_REFERENCE);
                fhir.reference("valueReference", "#" + id);
                fhir.end();
            }
            out.writeEndArray();
        }
        out.writeStringProperty("status", status);
        out.writeStringProperty("type", type);
        out.writeStringProperty("measure", measure.canonical());
        out.writeStringProperty("date", date.toString());
        out.writeObjectPropertyStart("period");
        out.writeStringProperty("start", period.start().toString());
        out.writeStringProperty("end", period.end().toString());
        out.writeEndObject();
        notation(measure)
                .ifPresent(notation ->
                        fhir.concept("improvementNotation", NOTATIONS, notation.code(), notation.display()));
    }

    /** The measure's notation, or the one that all its groups share. */
    private static Optional<ImprovementNotation> notation(MeasureDefinition measure) {
        if (measure.improvementNotation().isPresent()) {
            return measure.improvementNotation();
        }
        List<Optional<ImprovementNotation>> ofGroups = measure.groups().stream()
                .map(GroupDefinition::improvementNotation)
                .distinct()
                .toList();
        return ofGroups.size() == 1 ? ofGroups.getFirst() : Optional.empty();
    }

    /** The resources that are members of populations, each once, with the populations that they are in. */
    private void evaluatedResources(SubjectResult result) {
        TreeSet<String> references = new TreeSet<>();
        List<PopulationCount> populations = new ArrayList<>();
        for (GroupResult group : result.groups()) {
            for (PopulationCount population : group.populations()) {
                references.addAll(population.members());
                populations.add(population);
            }
        }
        references.removeIf(reference -> reference.indexOf('/') < 0);
        if (references.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("evaluatedResource");
        for (String reference : references) {
            out.writeStartObject();
            out.writeArrayPropertyStart("extension");
            for (PopulationCount population : populations) {
                if (population.members().contains(reference)) {
                    fhir.extension(POPULATION_REFERENCE);
                    out.writeStringProperty(
                            "valueString",
                            population.id().isEmpty() ? population.code().code() : population.id());
                    fhir.end();
                }
            }
            out.writeEndArray();
            out.writeStringProperty("reference", reference);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Ends the last line and closes the target. */
    @Override
    public void close() {
        out.writeRaw('\n');
        out.close();
    }
}
