package org.silkthread.server.persons.fhir;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.persons.Category;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.PrivacyLabel;

/**
 * A FHIR resource, read as an entry of a record.
 *
 * @param about whose record, in one of the ways that resources say so
 */
public record EntryResource(
        Category category,
        About about,
        Optional<LocalDate> happenedOn,
        String title,
        Optional<String> author,
        Set<PrivacyLabel> labels) {

    /** Whose record an entry belongs to. */
    public sealed interface About {}

    /** The person whom the sender calls so: {@code Patient/17}. */
    public record ByReference(String reference) implements About {}

    /** The person with this NHS number. */
    public record ByNumber(NhsNumber number) implements About {}

    private static final String SENSITIVITY = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final int LONGEST_TITLE = 200;

    private static final Map<String, Category> CATEGORIES = Map.ofEntries(
            Map.entry("Appointment", Category.APPOINTMENTS),
            Map.entry("Condition", Category.CONDITIONS),
            Map.entry("AllergyIntolerance", Category.ALLERGIES),
            Map.entry("MedicationRequest", Category.MEDICATION),
            Map.entry("MedicationStatement", Category.MEDICATION),
            Map.entry("Observation", Category.TEST_RESULTS),
            Map.entry("DiagnosticReport", Category.TEST_RESULTS),
            Map.entry("Procedure", Category.PROCEDURES),
            Map.entry("Immunization", Category.VACCINATIONS),
            Map.entry("DocumentReference", Category.DOCUMENTS),
            Map.entry("CarePlan", Category.CARE_PLAN));

    /**
     * Reads an entry.
     *
     * @throws BadElement if it is of a kind that records do not hold, or says not whose it is or what it is
     */
    public static EntryResource read(Resource resource) throws BadElement {
        Category category = CATEGORIES.get(resource.type());
        if (category == null) {
            throw new BadElement(
                    "resourceType",
                    "Patient or one of "
                            + String.join(
                                    ", ", CATEGORIES.keySet().stream().sorted().toList()));
        }
        return new EntryResource(
                category, about(resource), day(resource), title(resource), author(resource), labels(resource));
    }

    private static About about(Resource resource) throws BadElement {
        String at = switch (resource.type()) {
            case "AllergyIntolerance", "Immunization" -> "patient";
            case "Appointment" -> patientOfAppointment(resource);
            default -> "subject";
        };
        Optional<String> number = resource.text(at + ".identifier.value");
        if (number.isPresent() && resource.text(at + ".identifier.system").equals(Optional.of(Resource.NHS_NUMBERS))) {
            return new ByNumber(PatientResource.number(at + ".identifier.value", number.get()));
        }
        Optional<String> reference = resource.text(at + ".reference");
        if (reference.isEmpty() || !reference.get().startsWith("Patient/")) {
            throw new BadElement(at, "a reference to a Patient, or an NHS number");
        }
        return new ByReference(reference.get());
    }

    private static String patientOfAppointment(Resource appointment) throws BadElement {
        int place = 0;
        for (Resource participant : appointment.list("participant")) {
            boolean isPatient = participant
                            .text("actor.reference")
                            .filter(reference -> reference.startsWith("Patient/"))
                            .isPresent()
                    || participant.text("actor.identifier.system").equals(Optional.of(Resource.NHS_NUMBERS));
            if (isPatient) {
                return "participant." + place + ".actor";
            }
            place++;
        }
        throw new BadElement("participant", "somebody who is a Patient");
    }

    private static Optional<LocalDate> day(Resource resource) throws BadElement {
        return resource.firstDay(
                "start",
                "effectiveDateTime",
                "effectivePeriod.start",
                "onsetDateTime",
                "performedDateTime",
                "performedPeriod.start",
                "occurrenceDateTime",
                "authoredOn",
                "recordedDate",
                "issued",
                "date",
                "period.start",
                "created");
    }

    private static String title(Resource resource) throws BadElement {
        String title = resource.firstText(
                        "title",
                        "description",
                        "code.text",
                        "code.coding.0.display",
                        "medicationCodeableConcept.text",
                        "medicationCodeableConcept.coding.0.display",
                        "vaccineCode.text",
                        "vaccineCode.coding.0.display",
                        "type.text",
                        "type.coding.0.display",
                        "serviceType.0.text",
                        "serviceType.0.coding.0.display")
                .orElseThrow(() -> new BadElement("code", "words for what it is, as text or display"));
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
    }

    private static Optional<String> author(Resource resource) {
        return resource.firstText(
                "author.0.display",
                "author.display",
                "performer.0.display",
                "performer.0.actor.display",
                "recorder.display",
                "asserter.display",
                "requester.display",
                "informationSource.display",
                "participant.1.actor.display");
    }

    /** A label that is not known would silently show what should be held back, so it is refused. */
    private static Set<PrivacyLabel> labels(Resource resource) throws BadElement {
        Set<PrivacyLabel> labels = EnumSet.noneOf(PrivacyLabel.class);
        int place = 0;
        for (Resource label : resource.list("meta.security")) {
            String path = "meta.security." + place;
            if (!label.required("system").equals(SENSITIVITY)) {
                throw new BadElement(path + ".system", SENSITIVITY);
            }
            labels.add(PrivacyLabel.ofSensitivity(label.required("code"))
                    .orElseThrow(() -> new BadElement(path + ".code", "a sensitivity that is known here")));
            place++;
        }
        return labels;
    }
}
