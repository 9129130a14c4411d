package org.silkthread.measure.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.semantics.Codes;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Quantity;

/**
 * The conversions of the FHIRHelpers library for the values that they mostly meet. A value that is out of the ordinary
 * goes the long way, through the library's own CQL.
 */
final class FhirConversions {

    /** Says that the long way must be gone; null is a result. */
    static final Object LONG_WAY = new Object();

    private static final StructureType CODEABLE_CONCEPT = FhirModel.r4().required("CodeableConcept");
    private static final StructureType CODING = FhirModel.r4().required("Coding");
    private static final StructureType PERIOD = FhirModel.r4().required("Period");
    private static final StructureType QUANTITY = FhirModel.r4().required("Quantity");

    private FhirConversions() {}

    /** Whether an expression converts a CodeableConcept or Coding to a concept or code. */
    static boolean isCodeConversion(Plan plan, Expression expression) {
        return expression instanceof Expression.FunctionCall call
                && call.arguments().size() == 1
                && isHelper(plan, call, "ToConcept", "ToCode");
    }

    /** Whether a call goes to FHIRHelpers, and there to one of the names. */
    static boolean isHelper(Plan plan, Expression.FunctionCall call, String... names) {
        var name = plan.functions().get(call.candidates().getFirst()).name();
        return name.library().equals("FHIRHelpers") && List.of(names).contains(name.name());
    }

    /** The short way of a FHIRHelpers function, if there is one. */
    static @Nullable Conversion of(String function) {
        return switch (function) {
            case "ToConcept" -> FhirConversions::toConcept;
            case "ToCode" -> FhirConversions::toCode;
            case "ToValue" -> FhirConversions::toValue;
            case "ToInterval" -> FhirConversions::toInterval;
            case "ToQuantity" -> FhirConversions::toQuantity;
            case "ToString", "ToBoolean", "ToDate", "ToDateTime", "ToDecimal", "ToInteger", "ToTime" ->
                FhirConversions::toPrimitive;
            default -> null;
        };
    }

    @FunctionalInterface
    interface Conversion {
        @Nullable
        Object apply(CodeGroups groups, @Nullable Object value);
    }

    private static @Nullable Object toPrimitive(CodeGroups groups, @Nullable Object value) {
        return value instanceof Structure structure ? primitive(structure) : value;
    }

    private static @Nullable Object toValue(CodeGroups groups, @Nullable Object value) {
        if (!(value instanceof Structure structure)) {
            return value;
        }
        StructureType type = structure.type();
        if (type == CODEABLE_CONCEPT) {
            return toConcept(groups, structure);
        }
        if (type == PERIOD) {
            return toInterval(groups, structure);
        }
        if (type == QUANTITY) {
            return toQuantity(groups, structure);
        }
        return type == CODING ? toCode(groups, structure) : primitive(structure);
    }

    private static @Nullable Object primitive(Structure structure) {
        return structure.type().primitive().isPresent()
                ? structure.get(structure.type().valueSlot())
                : LONG_WAY;
    }

    private static @Nullable Object toConcept(CodeGroups groups, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Structure structure && structure.type() == CODEABLE_CONCEPT)) {
            return LONG_WAY;
        }
        Memo memo = groups.memo(structure);
        Object known = memo.converted();
        if (known == null) {
            known = concept(structure);
            memo.converted(known);
        }
        return known;
    }

    private static Object concept(Structure structure) {
        List<Code> codes = new ArrayList<>();
        for (Object coding : structure.list("coding")) {
            Code code = Codes.coding((Structure) coding);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes.isEmpty() || structure.get("text") instanceof Structure
                ? LONG_WAY
                : new Concept(List.copyOf(codes), (String) structure.get("text"));
    }

    private static @Nullable Object toCode(CodeGroups groups, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Structure structure && structure.type() == CODING)) {
            return LONG_WAY;
        }
        Memo memo = groups.memo(structure);
        Object known = memo.converted();
        if (known == null) {
            known = Codes.coding(structure);
            memo.converted(known);
        }
        return known;
    }

    private static @Nullable Object toInterval(CodeGroups groups, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Structure structure && structure.type() == PERIOD)) {
            return LONG_WAY;
        }
        Memo memo = groups.memo(structure);
        Object known = memo.converted();
        if (known == null) {
            known = interval(structure);
            memo.converted(known);
        }
        return known;
    }

    private static Object interval(Structure period) {
        Object start = period.get("start");
        Object end = period.get("end");
        return start != null && end != null && ordered(start, end)
                ? new Interval(start, true, end, true, PointType.DATE_TIME)
                : LONG_WAY;
    }

    private static boolean ordered(Object start, Object end) {
        return start instanceof org.silkthread.measure.value.DateTime low
                && end instanceof org.silkthread.measure.value.DateTime high
                && low.hasOffset()
                && high.hasOffset()
                && low.precision() == high.precision()
                && low.instant(0) <= high.instant(0);
    }

    private static @Nullable Object toQuantity(CodeGroups groups, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Structure structure && structure.type() == QUANTITY)) {
            return LONG_WAY;
        }
        Memo memo = groups.memo(structure);
        Object known = memo.converted();
        if (known == null) {
            known = quantity(structure);
            memo.converted(known);
        }
        return known;
    }

    private static Object quantity(Structure structure) {
        if (structure.get("comparator") != null
                || !"http://unitsofmeasure.org".equals(structure.get("system"))
                || !(structure.get("value") instanceof BigDecimal number)
                || !(structure.get("code") instanceof String unit)) {
            return LONG_WAY;
        }
        return new Quantity(number, calendarUnit(unit));
    }

    private static String calendarUnit(String unit) {
        return switch (unit) {
            case "ms" -> "millisecond";
            case "s" -> "second";
            case "min" -> "minute";
            case "h" -> "hour";
            case "d" -> "day";
            case "wk" -> "week";
            case "mo" -> "month";
            case "a" -> "year";
            default -> unit;
        };
    }
}
