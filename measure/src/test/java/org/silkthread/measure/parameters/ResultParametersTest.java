package org.silkthread.measure.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.Uncertainty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultParametersTest {

    @Test
    void plain_values_have_a_value_of_their_type() {
        same(true, "{'name':'return','valueBoolean':true}");
        same(3, "{'name':'return','valueInteger':3}");
        same(new BigDecimal("1.50"), "{'name':'return','valueDecimal':1.50}");
        same("text", "{'name':'return','valueString':'text'}");
        same(Date.parse("2026-08"), "{'name':'return','valueDate':'2026-08'}");
        same(
                new Quantity(BigDecimal.TEN, "mg"),
                "{'name':'return','valueQuantity':{'value':10,'unit':'mg','system':'http://unitsofmeasure.org','code':'mg'}}");
    }

    @Test
    void universal_time_is_written_as_z() {
        same(DateTime.of(2026, 8, 1, 9, 30, 0, 0, 0), "{'name':'return','valueDateTime':'2026-08-01T09:30:00.000Z'}");
        same(
                DateTime.of(2026, 8, 1, 9, 30, 0, 0, 60),
                "{'name':'return','valueDateTime':'2026-08-01T09:30:00.000+01:00'}");
    }

    @Test
    void a_number_of_which_only_the_range_is_known_is_the_interval_of_that_range() {
        assertThat(new ResultParameters().add("return", new Uncertainty(4, 16)).resource())
                .isEqualTo(new ResultParameters()
                        .add("return", new Interval(4, true, 16, true, PointType.INTEGER))
                        .resource());
    }

    @Test
    void null_and_empty_are_told_apart() {
        same(
                null,
                "{'name':'return','_valueBoolean':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}}");
        same(
                List.of(),
                "{'name':'return','_valueBoolean':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/cqf-isEmptyList','valueBoolean':true}]}}");
    }

    @Test
    void lists_repeat_the_name_and_lists_within_them_are_parts() {
        same(
                Arrays.asList(1, List.of(2, 3)),
                "{'name':'return','valueInteger':1}",
                "{'name':'return','part':[{'name':'element','valueInteger':2},{'name':'element','valueInteger':3}]}");
    }

    @Test
    void a_closed_interval_is_a_period_or_range_and_others_show_their_bounds() {
        same(
                new Interval(Date.parse("2026-01-01"), true, Date.parse("2026-02-01"), true, PointType.DATE),
                "{'name':'return','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/cqf-cqlType','valueString':'Interval<System.Date>'}],'valuePeriod':{'start':'2026-01-01','end':'2026-02-01'}}");
        same(
                new Interval(1, true, 10, false, PointType.INTEGER),
                "{'name':'return','part':[{'name':'lowClosed','valueBoolean':true},{'name':'low','valueInteger':1},{'name':'highClosed','valueBoolean':false},{'name':'high','valueInteger':10}]}");
    }

    @Test
    void a_tuple_is_parts_by_name() {
        same(
                new Tuple(List.of("a", "b"), new Object[] {1, List.of("x", "y")}),
                "{'name':'return','part':[{'name':'a','valueInteger':1},{'name':'b','valueString':'x'},{'name':'b','valueString':'y'}]}");
    }

    @Test
    void a_resource_is_given_as_it_was_read() {
        String json = """
                {"resourceType":"Observation","id":"o1","status":"final","_status":{"id":"s"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"1-2"}]},
                 "subject":{"reference":"Patient/p"},
                 "effectiveDateTime":"2026-03-01","valueQuantity":{"value":1.20,"unit":"mg"}}""";
        String bundle =
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"}},"
                        + "{\"resource\":" + json + "}]}";
        FhirModel model = FhirModel.r4();
        Structure observation = RecordCollector.of(model, bundle.getBytes(StandardCharsets.UTF_8))
                .records()
                .getFirst()
                .resources(model.required("Observation"))
                .getFirst();
        assertThat(StructureJson.of(observation).toString().length()).isPositive();
        assertThat(JsonMapper.shared().readTree(StructureJson.of(observation).toString()))
                .isEqualTo(JsonMapper.shared().readTree(json));
    }

    private static void same(@Nullable Object value, String... parameters) {
        JsonMapper json = JsonMapper.shared();
        JsonNode expected = json.readTree("[" + String.join(",", parameters).replace('\'', '"') + "]");
        JsonNode written = json.readTree(
                new ResultParameters().add("return", value).resource().toString());
        assertThat(written.path("parameter")).isEqualTo(expected);
    }
}
