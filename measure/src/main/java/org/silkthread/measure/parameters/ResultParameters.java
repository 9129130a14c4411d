package org.silkthread.measure.parameters;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Time;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.Uncertainty;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * CQL values as a FHIR R4 Parameters resource, as the implementation guide "Using CQL with FHIR" maps them: a list as
 * repeated parameters, a list within a list as parts named {@code element}, a tuple as parts, null and what is empty by
 * extensions on an absent boolean. An interval is a Period or Range where its bounds are closed and known, else parts
 * {@code low}, {@code lowClosed}, {@code high} and {@code highClosed}. A number of which only the range is known is the
 * interval of that range.
 */
public final class ResultParameters {

    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String EMPTY_LIST = "http://hl7.org/fhir/StructureDefinition/cqf-isEmptyList";
    private static final String EMPTY_TUPLE = "http://hl7.org/fhir/StructureDefinition/cqf-isEmptyTuple";
    private static final String UNIVERSAL = "+00:00";
    private static final String CQL_TYPE = "http://hl7.org/fhir/StructureDefinition/cqf-cqlType";

    private final ObjectNode resource = JsonNodeFactory.instance.objectNode();
    private final ArrayNode parameters;

    public ResultParameters() {
        resource.put("resourceType", "Parameters");
        parameters = resource.putArray("parameter");
    }

    /** The resource so far. */
    public ObjectNode resource() {
        return resource;
    }

    /** Adds a value under a name, such as {@code return}. */
    public ResultParameters add(String name, @Nullable Object value) {
        add(parameters, name, "element", value);
        return this;
    }

    /** Adds that an evaluation failed, as {@code evaluation error} with an OperationOutcome. */
    public ResultParameters addError(String message) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", "evaluation error");
        parameter.set("resource", outcome("exception", message));
        return this;
    }

    /** An OperationOutcome of one error. */
    public static ObjectNode outcome(String code, String message) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode();
        outcome.put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error");
        issue.put("code", code);
        issue.putObject("details").put("text", message);
        return outcome;
    }

    /** Elements of a list bear the list's name at the top, and {@code element} within another list. */
    private static void add(ArrayNode target, String name, String nested, @Nullable Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            for (Object element : list) {
                if (element instanceof List<?> inner && !inner.isEmpty()) {
                    add(parameter(target, name).putArray("part"), nested, nested, inner);
                } else {
                    one(parameter(target, name), element);
                }
            }
        } else {
            one(parameter(target, name), value);
        }
    }

    private static ObjectNode parameter(ArrayNode target, String name) {
        return target.addObject().put("name", name);
    }

    private static void one(ObjectNode parameter, @Nullable Object value) {
        switch (value) {
            case null -> absent(parameter, ABSENT).put("valueCode", "unknown");
            case List<?> empty -> absent(parameter, EMPTY_LIST).put("valueBoolean", true);
            case Boolean flag -> parameter.put("valueBoolean", flag);
            case Integer number -> parameter.put("valueInteger", number);
            case Long number -> {
                type(parameter, "System.Long");
                parameter.put("valueString", number.toString());
            }
            case BigDecimal number -> parameter.put("valueDecimal", number);
            case String text -> parameter.put("valueString", text);
            case Date date -> parameter.put("valueDate", date.toString());
            case DateTime moment -> parameter.put("valueDateTime", text(moment));
            case Time time -> parameter.put("valueTime", time.toString());
            case Quantity quantity -> parameter.set("valueQuantity", quantity(quantity));
            case Ratio ratio -> {
                ObjectNode node = parameter.putObject("valueRatio");
                node.set("numerator", quantity(ratio.numerator()));
                node.set("denominator", quantity(ratio.denominator()));
            }
            case Code code -> parameter.set("valueCoding", coding(code));
            case Concept concept -> concept(parameter.putObject("valueCodeableConcept"), concept);
            case Interval interval -> interval(parameter, interval);
            case Uncertainty range ->
                interval(parameter, new Interval(range.low(), true, range.high(), true, Interval.PointType.ANY));
            case Tuple tuple -> tuple(parameter, tuple);
            case Structure structure -> structure(parameter, structure);
            default -> {
                type(parameter, value.getClass().getSimpleName());
                parameter.put("valueString", value.toString());
            }
        }
    }

    /** Universal time is written as Z, the one form that nobody reads as anything else. */
    private static String text(@Nullable Object temporal) {
        String text = String.valueOf(temporal);
        return text.endsWith(UNIVERSAL) ? text.substring(0, text.length() - UNIVERSAL.length()) + 'Z' : text;
    }

    private static ObjectNode absent(ObjectNode parameter, String url) {
        return parameter
                .putObject("_valueBoolean")
                .putArray("extension")
                .addObject()
                .put("url", url);
    }

    private static void type(ObjectNode parameter, String name) {
        parameter.putArray("extension").addObject().put("url", CQL_TYPE).put("valueString", name);
    }

    private static ObjectNode quantity(Quantity quantity) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("value", quantity.value());
        node.put("unit", quantity.unit());
        node.put("system", UCUM);
        node.put("code", quantity.unit());
        return node;
    }

    private static ObjectNode coding(Code code) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "system", code.system());
        put(node, "version", code.version());
        put(node, "code", code.code());
        put(node, "display", code.display());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void concept(ObjectNode node, Concept concept) {
        ArrayNode codings = node.putArray("coding");
        concept.codes().forEach(code -> codings.add(coding(code)));
        put(node, "text", concept.display());
    }

    private static void interval(ObjectNode parameter, Interval interval) {
        Object low = interval.low();
        Object high = interval.high();
        boolean whole = low != null && high != null && interval.lowClosed() && interval.highClosed();
        switch (low) {
            case Date date when whole -> period(parameter, "Interval<System.Date>", date, high);
            case DateTime moment when whole -> period(parameter, "Interval<System.DateTime>", moment, high);
            case Integer number when whole -> range(parameter, "Interval<System.Integer>", number, high);
            case Long number when whole -> range(parameter, "Interval<System.Long>", number, high);
            case BigDecimal number when whole -> range(parameter, "Interval<System.Decimal>", number, high);
            case Quantity from
            when whole && high instanceof Quantity to -> {
                type(parameter, "Interval<System.Quantity>");
                ObjectNode range = parameter.putObject("valueRange");
                range.set("low", quantity(from));
                range.set("high", quantity(to));
            }
            case null, default -> bounds(parameter.putArray("part"), interval);
        }
    }

    private static void period(ObjectNode parameter, String type, Object low, @Nullable Object high) {
        type(parameter, type);
        parameter.putObject("valuePeriod").put("start", text(low)).put("end", text(high));
    }

    private static void range(ObjectNode parameter, String type, Object low, @Nullable Object high) {
        type(parameter, type);
        ObjectNode range = parameter.putObject("valueRange");
        range.set("low", quantity(new Quantity(new BigDecimal(low.toString()), "1")));
        range.set("high", quantity(new Quantity(new BigDecimal(String.valueOf(high)), "1")));
    }

    private static void bounds(ArrayNode parts, Interval interval) {
        one(parameter(parts, "lowClosed"), interval.lowClosed());
        one(parameter(parts, "low"), interval.low());
        one(parameter(parts, "highClosed"), interval.highClosed());
        one(parameter(parts, "high"), interval.high());
    }

    private static void tuple(ObjectNode parameter, Tuple tuple) {
        if (tuple.names().isEmpty()) {
            absent(parameter, EMPTY_TUPLE).put("valueBoolean", true);
            return;
        }
        ArrayNode parts = parameter.putArray("part");
        for (int i = 0; i < tuple.names().size(); i++) {
            add(parts, tuple.names().get(i), "element", tuple.values()[i]);
        }
    }

    /** Resources as such; data types by the name of their type; parts of resources, which have none, as parts. */
    private static void structure(ObjectNode parameter, Structure structure) {
        String type = structure.type().name();
        if (StructureJson.isResource(structure.type())) {
            parameter.set("resource", StructureJson.of(structure));
        } else if (type.indexOf('.') < 0) {
            parameter.set("value" + StructureJson.capitalised(type), StructureJson.node(structure));
        } else {
            ArrayNode parts = parameter.putArray("part");
            structure.type().elements().forEach(element -> {
                Object value = structure.get(element.slot());
                if (value != null) {
                    add(parts, element.name(), "element", value);
                }
            });
        }
    }
}
