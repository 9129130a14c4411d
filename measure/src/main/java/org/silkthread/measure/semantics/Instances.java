package org.silkthread.measure.semantics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.operator.Binary;
import org.silkthread.measure.operator.Logic;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.TypeRef;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.ValueSet;

/** New values from their parts. */
public final class Instances {

    private static final Binary GREATER = Operator.GREATER.binary(null);
    private static final Binary EQUAL = Operator.EQUAL.binary(null);

    private Instances() {}

    /** Whether bounds, as far as they are known, leave room for a point between them. */
    public static boolean ordered(
            Settings settings, @Nullable Object low, boolean lowClosed, @Nullable Object high, boolean highClosed) {
        if (low == null || high == null) {
            return true;
        }
        if (Logic.isTrue(GREATER.apply(settings, low, high))) {
            return false;
        }
        return (lowClosed && highClosed) || low instanceof Interval || !Logic.isTrue(EQUAL.apply(settings, low, high));
    }

    /** What is wrong with bounds that are not ordered. */
    public static String reversed(@Nullable Object low, @Nullable Object high) {
        return "an interval cannot end before it begins: " + low + " to " + high;
    }

    /**
     * A value of a System or FHIR type from named elements.
     *
     * @throws EvaluationException when the type is not known or lacks what it needs
     */
    public static @Nullable Object of(FhirModel model, TypeRef type, List<String> names, @Nullable Object[] values) {
        String name = type instanceof TypeRef.Named(String bare) ? bare : "";
        return switch (name) {
            case "Quantity" -> quantity(names, values);
            case "Code" ->
                new Code(
                        text(names, values, "code"),
                        text(names, values, "system"),
                        text(names, values, "version"),
                        text(names, values, "display"));
            case "Concept" -> concept(names, values);
            case "Ratio" ->
                value(names, values, "numerator") instanceof Quantity numerator
                                && value(names, values, "denominator") instanceof Quantity denominator
                        ? new Ratio(numerator, denominator)
                        : null;
            case "ValueSet" ->
                new ValueSet(orEmpty(text(names, values, "id")), orEmpty(text(names, values, "version")));
            case "CodeSystem" ->
                new CodeSystem(orEmpty(text(names, values, "id")), orEmpty(text(names, values, "version")));
            default -> structure(model, name, names, values);
        };
    }

    private static @Nullable Object quantity(List<String> names, @Nullable Object[] values) {
        Object value = value(names, values, "value");
        String unit = text(names, values, "unit");
        return switch (value) {
            case BigDecimal number -> new Quantity(number, unit == null ? "1" : unit);
            case Integer number -> new Quantity(BigDecimal.valueOf(number), unit == null ? "1" : unit);
            case null, default -> null;
        };
    }

    private static Concept concept(List<String> names, @Nullable Object[] values) {
        Object codes = value(names, values, "codes");
        return new Concept(Codes.of(codes), text(names, values, "display"));
    }

    private static Structure structure(FhirModel model, String name, List<String> names, @Nullable Object[] values) {
        StructureType type = model.type(name)
                .orElseThrow(() -> new EvaluationException("there is no type " + name + " to make a value of"));
        @Nullable Object[] slots = new Object[type.elements().size()];
        for (int i = 0; i < names.size(); i++) {
            int slot = type.slot(names.get(i));
            if (slot < 0) {
                throw new EvaluationException(name + " has no element " + names.get(i));
            }
            slots[slot] = values[i];
        }
        return new Structure(type, slots);
    }

    private static @Nullable Object value(List<String> names, @Nullable Object[] values, String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    private static @Nullable String text(List<String> names, @Nullable Object[] values, String name) {
        return value(names, values, name) instanceof String text ? text : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
