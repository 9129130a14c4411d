package org.silkthread.measure.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.synthetic.ResourceKind;

/**
 * One person's resources from lines such as {@code condition 44054006 2015-01-01}, so that a case fits on a few lines. Local
 * codes are those without digits.
 */
final class Shorthand {

    private static final Map<String, String> ADMISSION_CLASS =
            Map.of("A&E", "EMER", "EMERGENCY", "IMP", "PLANNED", "IMP");
    private static final Map<String, String> PRIORITY = Map.of("A&E", "EM", "EMERGENCY", "EM", "PLANNED", "EL");

    private final List<String> resources = new ArrayList<>();

    private Shorthand() {}

    /** Resources as JSON; the person's id is {@code x}. */
    static List<String> resources(List<String> lines) {
        Shorthand person = new Shorthand();
        lines.forEach(line -> person.add(line.split(" +")));
        return person.resources;
    }

    private void add(String[] words) {
        String code = words.length > 1 ? words[1] : "";
        String when = words.length > 2 ? words[2] : "";
        String more = words.length > 3 ? words[3] : "";
        switch (words[0]) {
            case "female", "male" ->
                resources.add("{\"resourceType\":\"Patient\",\"id\":\"x\",\"gender\":\"" + words[0]
                        + "\",\"birthDate\":\"" + code + '"'
                        + (when.isEmpty() ? "" : ",\"deceasedDateTime\":\"" + moment(when) + '"') + '}');
            case "condition" ->
                clinical(
                        ResourceKind.CONDITION,
                        "\"code\":" + concept(code) + ",\"onsetDateTime\":\"" + when + '"'
                                + (more.isEmpty() ? "" : ",\"abatementDateTime\":\"" + more + '"'));
            case "measured" ->
                clinical(
                        ResourceKind.OBSERVATION,
                        "\"status\":\"final\",\"code\":" + concept(code) + ",\"effectiveDateTime\":\"" + moment(when)
                                + "\",\"valueQuantity\":" + quantity(more, words[4]));
            case "answered" ->
                clinical(
                        ResourceKind.OBSERVATION,
                        "\"status\":\"final\",\"code\":" + concept(code) + ",\"effectiveDateTime\":\"" + moment(when)
                                + "\",\"valueCodeableConcept\":" + concept(more));
            case "pressure" ->
                clinical(
                        ResourceKind.OBSERVATION,
                        "\"status\":\"final\",\"code\":" + concept("75367002") + ",\"effectiveDateTime\":\""
                                + moment(code) + "\",\"component\":[" + part("271649006", when) + ','
                                + part("271650006", more) + ']');
            case "done" ->
                clinical(
                        ResourceKind.PROCEDURE,
                        "\"status\":\"" + (more.isEmpty() ? "completed" : more) + "\",\"code\":" + concept(code)
                                + ",\"performedDateTime\":\"" + moment(when) + '"');
            case "vaccinated" ->
                resources.add("{\"resourceType\":\"Immunization\",\"id\":\"" + resources.size()
                        + "\",\"patient\":{\"reference\":\"Patient/x\"},\"status\":\"completed\",\"vaccineCode\":"
                        + concept(code) + ",\"occurrenceDateTime\":\"" + when + "\"}");
            case "prescribed" ->
                clinical(
                        ResourceKind.MEDICATION_REQUEST,
                        "\"status\":\"completed\",\"intent\":\"order\",\"medicationCodeableConcept\":" + concept(code)
                                + ",\"authoredOn\":\"" + when + "\",\"dispenseRequest\":{\"validityPeriod\":"
                                + period(when, more) + '}');
            case "plan" ->
                clinical(
                        ResourceKind.CARE_PLAN,
                        "\"status\":\"active\",\"intent\":\"plan\",\"category\":[" + concept(code) + "],\"period\":"
                                + period(when, more));
            case "stay" ->
                clinical(
                        ResourceKind.ENCOUNTER,
                        "\"status\":\"finished\",\"class\":{\"system\":"
                                + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\""
                                + ADMISSION_CLASS.getOrDefault(code, "AMB")
                                + "\"},\"priority\":{\"coding\":[{\"system\":"
                                + "\"http://terminology.hl7.org/CodeSystem/v3-ActPriority\",\"code\":\""
                                + PRIORITY.getOrDefault(code, "R") + "\"}]},\"period\":"
                                + period(moment(when), moment(more))
                                + (words.length > 4 && !words[4].equals("died")
                                        ? ",\"reasonCode\":[" + concept(words[4]) + ']'
                                        : "")
                                + (words[words.length - 1].equals("died")
                                        ? ",\"hospitalization\":{\"dischargeDisposition\":{\"coding\":[{\"system\":"
                                                + "\"http://terminology.hl7.org/CodeSystem/discharge-disposition\","
                                                + "\"code\":\"exp\"}]}}"
                                        : ""));
            default -> throw new IllegalArgumentException("Unknown line: " + String.join(" ", words));
        }
    }

    private void clinical(ResourceKind kind, String elements) {
        resources.add("{\"resourceType\":\"" + kind.typeName() + "\",\"id\":\"" + resources.size()
                + "\",\"subject\":{\"reference\":\"Patient/x\"}," + elements + '}');
    }

    private static String concept(String code) {
        String system = Character.isDigit(code.charAt(0))
                ? "http://snomed.info/sct"
                : "https://silkthread.example/fhir/CodeSystem/synthetic";
        return "{\"coding\":[{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}]}";
    }

    private static String quantity(String value, String unit) {
        return "{\"value\":" + value + ",\"unit\":\"" + unit + "\",\"system\":\"http://unitsofmeasure.org\",\"code\":\""
                + unit + "\"}";
    }

    private static String part(String code, String value) {
        return "{\"code\":" + concept(code) + ",\"valueQuantity\":" + quantity(value, "mm[Hg]") + '}';
    }

    private static String period(String start, String end) {
        return "{\"start\":\"" + start + "\",\"end\":\"" + end + "\"}";
    }

    /** A day alone means noon. */
    private static String moment(String text) {
        return text.length() == 10 ? text + "T12:00:00Z" : text + ":00Z";
    }
}
