package org.silkthread.measure.report;

import static org.silkthread.measure.report.MeasureReader.CQFM;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silkthread.measure.value.Code;
import tools.jackson.core.JsonGenerator;

/** Writes what a MeasureReport contains: errors and problems, supplemental data, lists of subjects. */
final class ContainedWriter {

    static final String SUPPLEMENTAL_REFERENCE =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport.supplementalDataElement.reference";

    private final JsonGenerator out;
    private final FhirJson fhir;
    private boolean begun;

    ContainedWriter(JsonGenerator out) {
        this.out = out;
        this.fhir = new FhirJson(out);
    }

    private static final Pattern PLACE = Pattern.compile("\\w+:\\d+:\\d+");

    /** @return ids of the contained supplemental data */
    List<String> population(MeasureTally tally, List<MeasureProblem> problems, Optional<SubjectLists> lists) {
        begun = false;
        if (tally.patientsWithErrors() > 0
                || !tally.errors().isEmpty()
                || !problems.isEmpty()
                || tally.notes().patients() > 0) {
            begin("OperationOutcome", "outcome");
            out.writeArrayPropertyStart("issue");
            if (tally.patientsWithErrors() > 0) {
                issue(
                        "error",
                        "exception",
                        tally.patientsWithErrors() + " of " + tally.patients()
                                + " patients are left out because a definition failed for them",
                        "");
            }
            places(tally.errors(), "error", "exception");
            problems.forEach(problem -> issue("warning", "invalid", problem.toString(), ""));
            notes(tally.notes());
            out.writeEndArray();
            out.writeEndObject();
        }
        List<String> supplemental = new ArrayList<>();
        for (SupplementalTally data : tally.supplemental()) {
            data.patients().forEach((value, number) -> {
                String id = "supplemental-" + (supplemental.size() + 1);
                supplemental.add(id);
                observation(id, tally.measure(), data.data());
                value(value);
                out.writeNumberProperty("valueInteger", number);
                out.writeEndObject();
            });
        }
        lists.ifPresent(this::lists);
        finish();
        return supplemental;
    }

    /** @return ids of the contained supplemental data */
    List<String> individual(SubjectResult result) {
        begun = false;
        if (!result.errors().isEmpty() || !result.notes().isEmpty()) {
            begin("OperationOutcome", "outcome");
            out.writeArrayPropertyStart("issue");
            result.errors().forEach(this::error);
            result.notes().forEach(note -> issue("information", "value", note, ""));
            out.writeEndArray();
            out.writeEndObject();
        }
        List<String> supplemental = new ArrayList<>();
        for (SupplementalValue value : result.supplemental()) {
            if (value.value() != null) {
                String id = "supplemental-" + (supplemental.size() + 1);
                supplemental.add(id);
                observation(id, result.measure(), value.data());
                fhir.textConcept("code", value.data().text());
                fhir.reference("subject", "Patient/" + result.patientId());
                individualValue(value);
                out.writeEndObject();
            }
        }
        finish();
        return supplemental;
    }

    private void notes(PatientNotes notes) {
        if (notes.patients() > 0) {
            issue(
                    "information",
                    "value",
                    "values of " + notes.patients() + " patients could not be used and count as absent",
                    "");
            places(notes.first(), "information", "value");
        }
    }

    /**
     * Where in the logic the kept errors happened. A report of a population names no patient and no value of one: their
     * individual reports do.
     */
    private void places(Collection<PatientError> errors, String severity, String code) {
        errors.stream()
                .map(error -> error.definition().isEmpty() ? place(error) : error.definition() + ": " + place(error))
                .distinct()
                .sorted()
                .forEach(place -> issue(severity, code, "among others " + place, ""));
    }

    /** The library, line and column with which a message begins. */
    private static String place(PatientError error) {
        Matcher place = PLACE.matcher(error.message());
        return place.find() ? "at " + place.group() : "at a place that the libraries do not give";
    }

    private void begin(String type, String id) {
        if (!begun) {
            out.writeArrayPropertyStart("contained");
            begun = true;
        }
        out.writeStartObject();
        out.writeStringProperty("resourceType", type);
        out.writeStringProperty("id", id);
    }

    private void finish() {
        if (begun) {
            out.writeEndArray();
        }
    }

    private void error(PatientError error) {
        issue(
                "error",
                "exception",
                error.definition().isEmpty() ? error.message() : error.definition() + ": " + error.message(),
                "Patient/" + error.patientId());
    }

    private void issue(String severity, String code, String diagnostics, String about) {
        out.writeStartObject();
        out.writeStringProperty("severity", severity);
        out.writeStringProperty("code", code);
        if (!about.isEmpty()) {
            fhir.textConcept("details", about);
        }
        out.writeStringProperty("diagnostics", diagnostics);
        out.writeEndObject();
    }

    private void observation(String id, MeasureDefinition measure, SupplementalData data) {
        begin("Observation", id);
        out.writeArrayPropertyStart("extension");
        fhir.extension(CQFM + "measureInfo");
        out.writeArrayPropertyStart("extension");
        fhir.extension("measure");
        out.writeStringProperty("valueCanonical", measure.canonical());
        fhir.end();
        fhir.extension("populationId");
        out.writeStringProperty("valueString", data.id().isEmpty() ? data.text() : data.id());
        fhir.end();
        out.writeEndArray();
        fhir.end();
        out.writeEndArray();
        out.writeStringProperty("status", "final");
    }

    private void value(SupplementalTally.Value value) {
        if (value.system().isEmpty()) {
            fhir.textConcept("code", value.code());
        } else {
            fhir.concept("code", value.system(), value.code(), value.display());
        }
    }

    private void individualValue(SupplementalValue supplemental) {
        List<Code> codes = ValueText.codes(supplemental.value());
        if (codes.isEmpty()) {
            out.writeStringProperty("valueString", ValueText.of(supplemental.value()));
            return;
        }
        out.writeObjectPropertyStart("valueCodeableConcept");
        out.writeArrayPropertyStart("coding");
        for (Code code : codes) {
            fhir.coding(orEmpty(code.system()), orEmpty(code.code()), orEmpty(code.display()));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private void lists(SubjectLists lists) {
        for (int group = 0; group < lists.groups(); group++) {
            List<TreeSet<String>> populations = lists.populations(group);
            for (int i = 0; i < populations.size(); i++) {
                String id = lists.listId(group, i);
                if (!id.isEmpty()) {
                    list(id, populations.get(i));
                }
            }
        }
    }

    private void list(String id, TreeSet<String> references) {
        begin("List", id);
        out.writeStringProperty("status", "current");
        out.writeStringProperty("mode", "snapshot");
        if (!references.isEmpty()) {
            out.writeArrayPropertyStart("entry");
            for (String reference : references) {
                out.writeStartObject();
                fhir.reference("item", reference);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }
}
