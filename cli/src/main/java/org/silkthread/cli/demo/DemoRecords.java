package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records of the demonstration's people, as a file that {@code silk import fhir-records} takes. */
public final class DemoRecords {

    private static final String ORGANISATIONS = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String NHS_NUMBERS = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String SENSITIVITY = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalDate today;
    private final List<ObjectNode> lines = new ArrayList<>();

    /** Records whose days are counted back from {@code today}. */
    public DemoRecords(LocalDate today) {
        this.today = today;
    }

    /** Writes the file and says where it is. */
    public Path write(Path directory) {
        for (String sender : List.of(DemoPatients.PRACTICE, DemoPatients.HOSPITAL)) {
            DemoPatients.all().forEach(patient -> lines.add(patient(patient, sender)));
        }
        DemoPatients.all().forEach(this::everyday);
        particular();
        Path file = directory.resolve("records.ndjson");
        try {
            Files.createDirectories(directory);
            Files.write(file, lines.stream().map(JSON::writeValueAsString).toList(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the records of the demonstration", e);
        }
        return file;
    }

    private static ObjectNode resource(String type, String id, String sender) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("resourceType", type);
        resource.put("id", id);
        resource.putObject("meta").put("source", ORGANISATIONS + "|" + sender);
        return resource;
    }

    private static ObjectNode patient(DemoPatients.Patient who, String sender) {
        ObjectNode patient = resource("Patient", who.key(), sender);
        patient.putArray("identifier").addObject().put("system", NHS_NUMBERS).put("value", who.nhsNumber());
        ObjectNode name = patient.putArray("name").addObject();
        name.put("family", who.family());
        name.putArray("given").add(who.given());
        patient.put("gender", who.gender());
        patient.put("birthDate", who.born().toString());
        ObjectNode address = patient.putArray("address").addObject();
        address.putArray("line").add(who.address());
        address.put("postalCode", who.postcode());
        patient.putArray("generalPractitioner")
                .addObject()
                .putObject("identifier")
                .put("system", ORGANISATIONS)
                .put("value", who.practice());
        return patient;
    }

    /** What nearly everybody has: an appointment, a vaccination, a blood pressure. */
    private void everyday(DemoPatients.Patient who) {
        String key = who.key();
        ObjectNode appointment = resource("Appointment", key + "-visit", DemoPatients.PRACTICE);
        appointment.put("status", "booked");
        appointment.put("description", "Yearly check with the practice nurse");
        appointment.put("start", today.plusDays(9 + key.length()) + "T09:30:00Z");
        appointment.putArray("participant").addObject().putObject("actor").put("reference", "Patient/" + key);
        lines.add(appointment);
        ObjectNode vaccination = resource("Immunization", key + "-flu", DemoPatients.PRACTICE);
        vaccination.put("status", "completed");
        vaccination.putObject("vaccineCode").put("text", "Influenza vaccine");
        vaccination.put("occurrenceDateTime", today.minusDays(40 + key.length()).toString());
        vaccination.putObject("patient").put("reference", "Patient/" + key);
        lines.add(vaccination);
        measured(
                key + "-pressure",
                key,
                DemoPatients.PRACTICE,
                "Systolic blood pressure",
                118 + 2 * key.length(),
                "mmHg");
    }

    private ObjectNode measured(String id, String key, String sender, String what, double value, String unit) {
        ObjectNode observation = about("Observation", id, key, sender, what, 30);
        observation.put("status", "final");
        observation.putObject("valueQuantity").put("value", value).put("unit", unit);
        return observation;
    }

    private ObjectNode about(String type, String id, String key, String sender, String what, int daysAgo) {
        ObjectNode resource = resource(type, id, sender);
        resource.putObject("code").put("text", what);
        boolean patient = type.equals("AllergyIntolerance");
        resource.putObject(patient ? "patient" : "subject").put("reference", "Patient/" + key);
        String day = Map.of("Condition", "recordedDate", "Observation", "effectiveDateTime")
                .getOrDefault(type, "recordedDate");
        resource.put(day, today.minusDays(daysAgo).toString());
        lines.add(resource);
        return resource;
    }

    private static void label(ObjectNode resource, String code) {
        ((ObjectNode) resource.get("meta"))
                .putArray("security")
                .addObject()
                .put("system", SENSITIVITY)
                .put("code", code);
    }

    /** What makes the stories: diabetes, an allergy, and entries that not everybody may see. */
    private void particular() {
        about("Condition", "john-diabetes", "john-smith", DemoPatients.HOSPITAL, "Type 2 diabetes", 2_000);
        measured("john-sugar", "john-smith", DemoPatients.HOSPITAL, "Long-term blood sugar (HbA1c)", 58, "mmol/mol");
        medicine("john-metformin", "john-smith", "Metformin 500 mg tablets", "Take one tablet twice a day with food");
        letter();
        about("AllergyIntolerance", "john2-penicillin", "john-smith-2", DemoPatients.PRACTICE, "Penicillin", 4_000);
        about("Condition", "leila-diabetes", "leila-haddad", DemoPatients.HOSPITAL, "Type 1 diabetes", 5_000);
        about(
                "Condition",
                "leila-copd",
                "leila-haddad",
                DemoPatients.PRACTICE,
                "Chronic obstructive lung disease",
                900);
        medicine("leila-inhaler", "leila-haddad", "Salbutamol inhaler", "Breathe in 2 puffs when you need it");
        label(
                about(
                        "Condition",
                        "leila-low",
                        "leila-haddad",
                        DemoPatients.PRACTICE,
                        "Depression, single episode",
                        400),
                "MH");
        label(
                about(
                        "Observation",
                        "dev-chlamydia",
                        "dev-anand",
                        DemoPatients.HOSPITAL,
                        "Chlamydia test: negative",
                        21),
                "STD");
        label(
                about("Condition", "sian-home", "sian-evans", DemoPatients.PRACTICE, "Violence at home, reported", 60),
                "SDV");
        about("Condition", "grace-cancer", "grace-okoro", DemoPatients.HOSPITAL, "Breast cancer", 300);
    }

    private void medicine(String id, String key, String what, String how) {
        ObjectNode medicine = resource("MedicationRequest", id, DemoPatients.PRACTICE);
        medicine.put("status", "active");
        medicine.put("intent", "order");
        medicine.putObject("medicationCodeableConcept").put("text", what);
        medicine.putObject("subject").put("reference", "Patient/" + key);
        medicine.put("authoredOn", today.minusDays(75).toString());
        medicine.putObject("requester").put("display", "Dr Nora Bell");
        medicine.putArray("dosageInstruction").addObject().put("text", how);
        lines.add(medicine);
    }

    private void letter() {
        ObjectNode letter = resource("DocumentReference", "john-letter", DemoPatients.HOSPITAL);
        letter.put("status", "current");
        letter.put("description", "Letter from the diabetes clinic");
        letter.putObject("subject").put("reference", "Patient/john-smith");
        letter.put("date", today.minusDays(28) + "T14:00:00Z");
        letter.putArray("author").addObject().put("display", "Tom Reed, diabetes nurse");
        String words = "Your blood sugar is a little better than last year. Please keep taking your tablets.";
        letter.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", "text/plain")
                .put("data", Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
        lines.add(letter);
    }
}
