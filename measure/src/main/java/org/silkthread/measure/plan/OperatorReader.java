package org.silkthread.measure.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.Expression.Apply;
import org.silkthread.measure.plan.Expression.Coalesce;
import org.silkthread.measure.plan.Expression.ForEach;
import org.silkthread.measure.plan.Expression.ListOf;
import org.silkthread.measure.plan.Expression.Literal;
import org.silkthread.measure.plan.Expression.Local;
import org.silkthread.measure.plan.Expression.Unsupported;
import org.silkthread.measure.value.Precision;
import tools.jackson.databind.JsonNode;

/** Reads strict operators, whose operands ELM keeps in one list or in fields of their own names. */
final class OperatorReader {

    private static final Map<String, List<String>> NAMED_OPERANDS = Map.ofEntries(
            Map.entry("Combine", List.of("source", "separator")),
            Map.entry("Split", List.of("stringToSplit", "separator")),
            Map.entry("SplitOnMatches", List.of("stringToSplit", "separatorPattern")),
            Map.entry("PositionOf", List.of("pattern", "string")),
            Map.entry("LastPositionOf", List.of("pattern", "string")),
            Map.entry("Substring", List.of("stringToSub", "startIndex", "length")),
            Map.entry("IndexOf", List.of("source", "element")),
            Map.entry("Slice", List.of("source", "startIndex", "endIndex")),
            Map.entry("Round", List.of("operand", "precision")),
            Map.entry(
                    "DateTime",
                    List.of("year", "month", "day", "hour", "minute", "second", "millisecond", "timezoneOffset")),
            Map.entry("Date", List.of("year", "month", "day")),
            Map.entry("Time", List.of("hour", "minute", "second", "millisecond")),
            Map.entry("First", List.of("source")),
            Map.entry("Last", List.of("source")));

    /** Operators that take an absent list for an empty one, by the index of that operand. */
    private static final Map<String, Integer> ABSENT_IS_EMPTY =
            Map.of("In", 1, "Contains", 0, "ProperIn", 1, "ProperContains", 0, "Except", 1);

    private OperatorReader() {}

    static Expression read(ElmReader reader, JsonNode node, String type) {
        Optional<Operator> operator = isList(node, 0) ? Operator.ofLists(type) : Operator.of(type);
        if (operator.isEmpty()) {
            return new Unsupported("the operator " + type + " is not known");
        }
        return switch (type) {
            case "MinValue", "MaxValue" -> apply(operator.get(), null, List.of(typeName(node, "valueType")));
            case "Convert", "CanConvert" ->
                apply(operator.get(), null, List.of(reader.field(node, "operand"), typeName(node, "toType")));
            default ->
                apply(operator.get(), precision(node, type), emptyForAbsent(node, type, operands(reader, node, type)));
        };
    }

    private static List<Expression> operands(ElmReader reader, JsonNode node, String type) {
        List<String> fields = NAMED_OPERANDS.get(type);
        if (fields == null) {
            return node.has("source") ? List.of(aggregated(reader, node)) : reader.operands(node);
        }
        List<Expression> operands = new ArrayList<>();
        for (String field : fields) {
            if (node.has(field) || (!field.equals("precision") && !field.equals("length"))) {
                operands.add(reader.field(node, field));
            }
        }
        return List.copyOf(operands);
    }

    /** The list that an aggregate goes over; with a path, that element of each. */
    private static Expression aggregated(ElmReader reader, JsonNode node) {
        Expression source = reader.field(node, "source");
        if (!node.has("path")) {
            return source;
        }
        int slot = reader.frame.enter("$this");
        reader.frame.leave(1);
        return new ForEach(
                source, slot, reader.path(new Local(slot), node.path("path").asString()));
    }

    private static List<Expression> emptyForAbsent(JsonNode node, String type, List<Expression> operands) {
        Integer index = ABSENT_IS_EMPTY.get(type);
        if (index == null || !isList(node, index)) {
            return operands;
        }
        List<Expression> replaced = new ArrayList<>(operands);
        replaced.set(index, new Coalesce(List.of(operands.get(index), new ListOf(List.of()))));
        return List.copyOf(replaced);
    }

    private static boolean isList(JsonNode node, int operand) {
        JsonNode stated = node.path("signature").path(operand);
        JsonNode operands = node.path("operand");
        Optional<TypeRef> type = stated.isMissingNode()
                ? TypeReader.result(operands.isArray() ? operands.path(operand) : operands)
                : Optional.of(TypeReader.specifier(stated));
        return type.filter(TypeRef.ListOf.class::isInstance).isPresent();
    }

    private static @Nullable Precision precision(JsonNode node, String type) {
        String precision = type.equals("Round") ? "" : node.path("precision").asString("");
        return precision.isEmpty() ? null : Precision.valueOf(precision.toUpperCase(Locale.ROOT));
    }

    private static Literal typeName(JsonNode node, String field) {
        return new Literal(
                node.has(field)
                        ? TypeReader.named(node.path(field).asString()).name()
                        : TypeReader.specifier(node.path(field + "Specifier")) instanceof TypeRef.Named(String name)
                                ? name
                                : "Any");
    }

    private static Expression apply(Operator operator, @Nullable Precision precision, List<Expression> operands) {
        return new Apply(operator, precision, operands);
    }
}
