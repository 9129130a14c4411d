package org.silkthread.measure.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;

class ResourceReaderTest {

    private final FhirModel model = FhirModel.r4();
    private final ResourceReader reader = new ResourceReader(model);

    private ReadResource result(String json) {
        byte[] bytes = ("..." + json + "...").getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 3, bytes.length - 6);
    }

    private Structure read(String json) {
        return switch (result(json)) {
            case ReadResource.Read read -> read.resource();
            case ReadResource.Malformed problem -> throw new AssertionError(problem);
            case ReadResource.Bundle.FOUND -> throw new AssertionError("a Bundle");
        };
    }

    private static Structure child(Structure structure, String element) {
        return (Structure) structure.list(element).getFirst();
    }

    private ReadResource.Malformed malformed(String json) {
        ReadResource result = result(json);
        assertThat(result).isInstanceOf(ReadResource.Malformed.class);
        return (ReadResource.Malformed) result;
    }

    @Test
    void primitives_stand_as_bare_values() {
        Structure patient = read("""
                {"resourceType":"Patient","id":"p1","active":true,"birthDate":"1980-02","gender":"female",
                 "name":[{"family":"Ünal","given":["A","B"]}],"unheard":{"of":[1]},"text":{"status":"generated"}}""");

        assertThat(patient.type().name()).isEqualTo("Patient");
        assertThat(patient.get("id")).isEqualTo("p1");
        assertThat(patient.get("active")).isEqualTo(Boolean.TRUE);
        assertThat(patient.get("birthDate")).isEqualTo(Date.of(1980, 2));
        assertThat(patient.get("gender")).isEqualTo("female");
        Structure name = (Structure) patient.list("name").getFirst();
        assertThat(name.get("family")).isEqualTo("Ünal");
        assertThat(name.get("given")).isEqualTo(List.of("A", "B"));
        assertThat(patient.get("text")).isNull();
    }

    @Test
    void values_of_choices_keep_their_type() {
        Structure observation = read("""
                {"resourceType":"Observation","effectiveDateTime":"2026-08-21T10:30:00+01:00",
                 "valueQuantity":{"value":1.50,"unit":"mg"}}""");

        Structure effective = child(observation, "effective");
        assertThat(effective.type()).isSameAs(model.required("dateTime"));
        assertThat(effective.get("value")).isEqualTo(DateTime.parse("2026-08-21T10:30:00+01:00"));
        Structure quantity = child(observation, "value");
        assertThat(quantity.type()).isSameAs(model.required("Quantity"));
        assertThat(quantity.get("value")).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void a_dose_is_a_simple_quantity() {
        Structure request = read("""
                {"resourceType":"MedicationRequest","dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1}}]}]}""");

        Structure dosage = (Structure) request.list("dosageInstruction").getFirst();
        Structure rate = (Structure) dosage.list("doseAndRate").getFirst();
        assertThat((child(rate, "dose")).type().name()).isEqualTo("SimpleQuantity");
    }

    @Test
    void a_primitive_with_extensions_keeps_its_type_and_joins_its_value() {
        Structure patient = read("""
                {"resourceType":"Patient","birthDate":"1980-02-03",
                 "_birthDate":{"id":"b","extension":[{"url":"u","valueBoolean":true}]},
                 "_gender":{"extension":[{"url":"v","valueCode":"x"}]}}""");

        Structure birthDate = child(patient, "birthDate");
        assertThat(birthDate.type().name()).isEqualTo("date");
        assertThat(birthDate.get("value")).isEqualTo(Date.of(1980, 2, 3));
        assertThat(birthDate.get("id")).isEqualTo("b");
        assertThat(birthDate.list("extension")).hasSize(1);
        Structure gender = child(patient, "gender");
        assertThat(gender.type().name()).isEqualTo("AdministrativeGender");
        assertThat(gender.get("value")).isNull();
    }

    @Test
    void nulls_in_a_list_hold_the_place_of_values_with_extensions_only() {
        Structure patient = read("""
                {"resourceType":"Patient","name":[{"given":[null,"B",null],
                 "_given":[{"extension":[{"url":"u","valueCode":"unknown"}]},null]},{"given":[null,"C"]},{"given":[]}]}""");

        List<Object> given = ((Structure) patient.list("name").getFirst()).list("given");
        assertThat(given).hasSize(2);
        assertThat(((Structure) given.getFirst()).get("value")).isNull();
        assertThat(given.getLast()).isEqualTo("B");
        assertThat(((Structure) patient.list("name").get(1)).get("given")).isEqualTo(List.of("C"));
        assertThat(((Structure) patient.list("name").get(2)).get("given")).isNull();
    }

    @Test
    void contained_resources_are_read_and_resource_types_may_come_late() {
        Structure request = read("""
                {"id":"m","contained":[{"id":"1","code":{"text":"x"},"resourceType":"Medication"}],
                 "status":"active","resourceType":"MedicationRequest"}""");

        assertThat(request.get("status")).isEqualTo("active");
        Structure medication = (Structure) request.list("contained").getFirst();
        assertThat(medication.type().name()).isEqualTo("Medication");
        assertThat(medication.get("id")).isEqualTo("1");
    }

    @Test
    void repeated_concepts_are_one_object() {
        String json = """
                {"resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"1-8"}]}}""";

        assertThat(read(json).get("code")).isSameAs(read(json).get("code"));
    }

    @Test
    void a_malformed_value_is_told_by_path_line_and_column() {
        ReadResource.Malformed problem = malformed("""
                {"resourceType":"Encounter","id":"e1",
                 "period":{"start":"2026-13-01"}}""");

        assertThat(problem.resource()).isEqualTo("Encounter/e1");
        assertThat(problem.path()).isEqualTo("Encounter.period.start");
        assertThat(problem.reason()).contains("expected a date and time").contains("2026-13-01");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(20);
    }

    @Test
    void whatever_is_wrong_is_reported_and_nothing_is_thrown() {
        assertThat(malformed("{\"resourceType\":\"Encounter\"").reason()).contains("broken JSON");
        assertThat(malformed("").reason()).contains("expected a resource");
        assertThat(malformed("[]").reason()).contains("expected a resource");
        assertThat(malformed("{}").reason()).contains("found none");
        assertThat(malformed("{\"resourceType\":\"Encountre\"}").reason()).contains("Encountre");
        assertThat(malformed("{\"resourceType\":\"Period\"}").reason()).contains("Period");
        assertThat(malformed("{\"resourceType\":\"Patient\",\"active\":\"yes\"}")
                        .reason())
                .contains("true or false");
        assertThat(malformed("{\"resourceType\":\"Patient\",\"name\":{}}").reason())
                .contains("array");
        assertThat(malformed("{\"resourceType\":\"Patient\",\"maritalStatus\":[]}")
                        .reason())
                .contains("object");
        assertThat(malformed("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":99999999999}")
                        .reason())
                .contains("whole number");
        assertThat(malformed("{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e999999999}}")
                        .path())
                .isEqualTo("Observation.valueQuantity.value");
        assertThat(malformed("{\"resourceType\":\"Patient\"} {}").reason()).contains("one resource");
    }

    @Test
    void resources_of_a_patients_bundle_belong_to_the_patient() {
        byte[] bundle = """
                {"resourceType":"Bundle","entry":[
                 {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p"}},
                 {"resource":{"resourceType":"Medication","id":"m"}},
                 {"resource":{"resourceType":"Encounter","id":"bad","status":7}},
                 {"resource":{"resourceType":"Encounter","id":"e","subject":{"reference":"urn:uuid:1"}}}]}""".getBytes(StandardCharsets.UTF_8);

        RecordCollector collector = RecordCollector.of(model, bundle);

        assertThat(collector.records()).hasSize(1);
        PatientRecord patient = collector.records().getFirst();
        assertThat(patient.id()).isEqualTo("p");
        assertThat(patient.resources(model.required("Medication"))).hasSize(1);
        Structure encounter = patient.resources(model.required("Encounter")).getFirst();
        assertThat((child(encounter, "subject")).get("reference")).isEqualTo("Patient/p");
        assertThat(collector.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.resource()).isEqualTo("Encounter/bad");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo(62);
        });
    }

    @Test
    void resources_without_a_patient_belong_to_those_who_refer_to_them() {
        RecordCollector collector = new RecordCollector(model);
        BundleReader bundles = new BundleReader(model);
        for (String line : List.of(
                "{'resourceType':'Medication','id':'m','manufacturer':{'reference':'Organization/o'}}",
                "{'resourceType':'Organization','id':'o'}",
                "{'resourceType':'Organization','id':'nobodys'}",
                "{'resourceType':'MedicationRequest','id':'r','subject':{'reference':'http://x/fhir/Patient/a'},"
                        + "'medicationReference':{'reference':'Medication/m/_history/2'}}",
                "{'resourceType':'Encounter','id':'lost','subject':{'reference':'Patient/unknown'}}",
                "{'resourceType':'Patient','id':'a'}",
                "{'resourceType':'Patient','id':'b'}")) {
            byte[] json = line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            bundles.read(json, 0, json.length, 1, collector);
        }

        assertThat(collector.problems()).isEmpty();
        assertThat(collector.records()).extracting(PatientRecord::id).containsExactly("a", "b");
        PatientRecord a = collector.records().getFirst();
        assertThat(a.resources(model.required("Medication"))).hasSize(1);
        assertThat(a.resources(model.required("Organization"))).hasSize(1);
        assertThat(collector.records().getLast().resources(model.required("Organization")))
                .isEmpty();
    }
}
