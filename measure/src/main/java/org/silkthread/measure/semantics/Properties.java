package org.silkthread.measure.semantics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.ValueSet;

/** Elements of values by name. */
public final class Properties {

    private Properties() {}

    /**
     * The element of a value; null when the value or the element is absent. The {@code value} of a bare primitive is the
     * primitive itself. An element of a list is the list of that element of its members.
     */
    public static @Nullable Object get(@Nullable Object source, String name) {
        return switch (source) {
            case null -> null;
            case Structure structure -> structure.get(name);
            case Tuple tuple -> tuple.get(name);
            case List<?> list -> each(list, name);
            case Interval interval -> interval(interval, name);
            case Quantity quantity ->
                name.equals("value") ? quantity.value() : name.equals("unit") ? quantity.unit() : null;
            case Code code -> code(code, name);
            case Concept concept -> concept(concept, name);
            case Ratio ratio ->
                name.equals("numerator") ? ratio.numerator() : name.equals("denominator") ? ratio.denominator() : null;
            case ValueSet set -> name.equals("id") ? set.id() : name.equals("version") ? set.version() : null;
            case CodeSystem system ->
                name.equals("id") ? system.id() : name.equals("version") ? system.version() : null;
            default -> name.equals("value") ? source : null;
        };
    }

    private static List<Object> each(List<?> list, String name) {
        List<Object> values = new ArrayList<>();
        for (Object member : list) {
            Object value = get(member, name);
            if (value instanceof List<?> several) {
                values.addAll(several);
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Object interval(Interval interval, String name) {
        return switch (name) {
            case "low" -> interval.low();
            case "high" -> interval.high();
            case "lowClosed" -> Boolean.valueOf(interval.lowClosed());
            case "highClosed" -> Boolean.valueOf(interval.highClosed());
            default -> null;
        };
    }

    private static @Nullable Object code(Code code, String name) {
        return switch (name) {
            case "code" -> code.code();
            case "system" -> code.system();
            case "version" -> code.version();
            case "display" -> code.display();
            default -> null;
        };
    }

    private static @Nullable Object concept(Concept concept, String name) {
        return switch (name) {
            case "codes" -> concept.codes();
            case "display" -> concept.display();
            default -> null;
        };
    }
}
