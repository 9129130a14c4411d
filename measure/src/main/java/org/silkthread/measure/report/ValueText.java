package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Tuple;

/** CQL values as text and as codes, for strata and supplemental data. */
final class ValueText {

    private ValueText() {}

    /** The logical id of a resource; empty when it has none. */
    static String id(Structure resource) {
        Object id = resource.id();
        return id == null ? "" : of(id);
    }

    /** A value in words; {@code unknown} for null. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> StratumValue.UNKNOWN;
            case Code code -> either(code.display(), code.code());
            case Concept concept ->
                concept.display() != null || concept.codes().isEmpty()
                        ? either(concept.display(), null)
                        : of(concept.codes().getFirst());
            case Quantity quantity ->
                quantity.unit().equals("1")
                        ? quantity.value().toPlainString()
                        : quantity.value().toPlainString() + ' ' + quantity.unit();
            case java.math.BigDecimal number -> number.toPlainString();
            case Structure structure -> ofStructure(structure);
            case List<?> list -> list(list);
            case Tuple tuple -> list(Arrays.asList(tuple.values()));
            default -> value.toString();
        };
    }

    private static String either(@Nullable String first, @Nullable String second) {
        return first != null ? first : second != null ? second : StratumValue.UNKNOWN;
    }

    private static String list(List<?> values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            if (value != null) {
                text.append(text.isEmpty() ? "" : ", ").append(of(value));
            }
        }
        return text.isEmpty() ? StratumValue.UNKNOWN : text.toString();
    }

    private static String ofStructure(Structure structure) {
        for (String element : List.of("value", "text", "display", "code")) {
            Object value = structure.get(element);
            if (value != null) {
                return of(value);
            }
        }
        List<Object> codings = structure.list("coding");
        if (!codings.isEmpty()) {
            return of(codings.getFirst());
        }
        String id = id(structure);
        return id.isEmpty() ? structure.toString() : structure.type().name() + '/' + id;
    }

    /** All codes in a value, each once, in their order. */
    static List<Code> codes(@Nullable Object value) {
        Set<Code> codes = new LinkedHashSet<>();
        collect(value, codes);
        return new ArrayList<>(codes);
    }

    private static void collect(@Nullable Object value, Set<Code> codes) {
        switch (value) {
            case null -> {}
            case Code code -> codes.add(code);
            case Concept concept -> codes.addAll(concept.codes());
            case List<?> list -> list.forEach(element -> collect(element, codes));
            case Tuple tuple -> Arrays.asList(tuple.values()).forEach(element -> collect(element, codes));
            case Structure structure -> collectStructure(structure, codes);
            default -> {}
        }
    }

    private static void collectStructure(Structure structure, Set<Code> codes) {
        switch (structure.type().name()) {
            case "Coding" ->
                codes.add(
                        new Code(text(structure, "code"), text(structure, "system"), null, text(structure, "display")));
            case "CodeableConcept" -> structure.list("coding").forEach(coding -> collect(coding, codes));
            default -> {}
        }
    }

    private static @Nullable String text(Structure structure, String element) {
        Object value = structure.get(element);
        return value == null ? null : of(value);
    }
}
