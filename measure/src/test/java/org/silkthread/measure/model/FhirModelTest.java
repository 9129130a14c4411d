package org.silkthread.measure.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FhirModelTest {

    private final FhirModel model = FhirModel.r4();

    @Test
    void a_type_is_found_by_its_plain_and_by_its_qualified_names() {
        StructureType encounter = model.required("Encounter");

        assertThat(model.type("FHIR.Encounter")).contains(encounter);
        assertThat(model.type("{http://hl7.org/fhir}Encounter")).contains(encounter);
        assertThat(model.type("Encountre")).isEmpty();
        assertThatThrownBy(() -> model.required("Encountre")).hasMessageContaining("Encountre");
    }

    @Test
    void elements_are_inherited_and_have_slots_in_order() {
        StructureType encounter = model.required("Encounter");

        assertThat(encounter.elements())
                .extracting(Element::name)
                .startsWith("id", "meta")
                .contains("extension", "period");
        assertThat(encounter.elements())
                .allSatisfy(
                        element -> assertThat(encounter.slot(element.name())).isEqualTo(element.slot()));
        assertThat(encounter.elements().get(encounter.slot("location")))
                .isEqualTo(new Element("location", encounter.slot("location"), true, List.of("Encounter.Location")));
        assertThat(encounter.resource()).isTrue();
        assertThat(model.required("Encounter.Location").base()).contains(model.required("BackboneElement"));
        assertThat(model.required("Age").is(model.required("Quantity"))).isTrue();
        assertThat(model.required("Age").slot("value")).isNotNegative();
    }

    @Test
    void a_choice_names_all_its_types() {
        StructureType condition = model.required("Condition");

        assertThat(condition.elements().get(condition.slot("onset")).types())
                .contains("dateTime", "Age", "Period", "Range", "string");
    }

    @Test
    void every_named_type_exists_and_stands_at_its_number() {
        assertThat(model.types()).hasSizeGreaterThan(900);
        for (StructureType type : model.types()) {
            assertThat(model.types().get(type.number())).isSameAs(type);
            for (Element element : type.elements()) {
                assertThat(element.types())
                        .isNotEmpty()
                        .allMatch(name ->
                                name.startsWith("System.") || model.type(name).isPresent());
            }
        }
    }

    @Test
    void primitives_say_what_they_hold() {
        assertThat(model.required("dateTime").primitive()).contains(SystemType.DATE_TIME);
        assertThat(model.required("instant").primitive()).contains(SystemType.DATE_TIME);
        assertThat(model.required("EncounterStatus").primitive()).contains(SystemType.STRING);
        assertThat(model.required("positiveInt").primitive()).contains(SystemType.INTEGER);
        assertThat(model.required("Quantity").primitive()).isEmpty();
        assertThat(model.required("Period").primitive()).isEmpty();
        assertThat(model.required("EncounterStatus").elements())
                .extracting(Element::name)
                .containsExactly("id", "extension", "value");
    }

    @Test
    void clinical_resources_say_where_their_patient_stands() {
        assertThat(model.patientPaths(model.required("Encounter"))).containsExactly(List.of("subject"));
        assertThat(model.patientPaths(model.required("AllergyIntolerance"))).containsExactly(List.of("patient"));
        assertThat(model.patientPaths(model.required("Coverage"))).startsWith(List.of("beneficiary"));
        assertThat(model.patientPaths(model.required("Appointment"))).containsExactly(List.of("participant", "actor"));
        assertThat(model.patientPaths(model.required("Patient"))).containsExactly(List.of("id"));
        assertThat(model.patientPaths(model.required("Medication"))).isEmpty();
        assertThat(model.patientPaths(model.required("Organization"))).isEmpty();
        assertThat(model.patientPaths(model.required("Measure"))).isEmpty();
    }
}
