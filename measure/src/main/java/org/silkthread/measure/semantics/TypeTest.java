package org.silkthread.measure.semantics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.model.SystemType;
import org.silkthread.measure.plan.TypeRef;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Time;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.ValueSet;

/** Whether a value is of a type. Made once for a type, so that names are looked up once. */
@FunctionalInterface
public interface TypeTest {

    /** @param value not null: null is of no type */
    boolean of(Object value);

    /** The test for a type; a type of FHIR that is not known has no values. */
    static TypeTest of(FhirModel model, TypeRef type) {
        return switch (type) {
            case TypeRef.Named(String name) -> name.startsWith("FHIR.") ? fhir(model.type(name)) : system(name);
            case TypeRef.ListOf(TypeRef element) -> list(of(model, element));
            case TypeRef.IntervalOf(TypeRef point) -> interval(point);
            case TypeRef.TupleOf tuple -> tuple(tuple);
            case TypeRef.Choice(List<TypeRef> options) -> {
                List<TypeTest> tests =
                        options.stream().map(option -> of(model, option)).toList();
                yield value -> {
                    for (TypeTest test : tests) {
                        if (test.of(value)) {
                            return true;
                        }
                    }
                    return false;
                };
            }
        };
    }

    private static TypeTest fhir(Optional<StructureType> type) {
        if (type.isEmpty()) {
            return value -> false;
        }
        StructureType wanted = type.get();
        @Nullable SystemType bare = wanted.primitive().orElse(null);
        boolean root = wanted.name().equals("Element");
        return value -> value instanceof Structure structure
                ? structure.type() == wanted || structure.type().is(wanted)
                : root || (bare != null && holds(bare, value));
    }

    private static boolean holds(SystemType type, Object value) {
        return switch (type) {
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER -> value instanceof Integer;
            case DECIMAL -> value instanceof BigDecimal;
            case STRING -> value instanceof String;
            case DATE -> value instanceof Date;
            case DATE_TIME -> value instanceof DateTime;
            case TIME -> value instanceof Time;
        };
    }

    private static TypeTest system(String name) {
        return switch (name) {
            case "Any" -> value -> true;
            case "Boolean" -> Boolean.class::isInstance;
            case "Integer" -> Integer.class::isInstance;
            case "Long" -> Long.class::isInstance;
            case "Decimal" -> BigDecimal.class::isInstance;
            case "String" -> String.class::isInstance;
            case "Date" -> Date.class::isInstance;
            case "DateTime" -> DateTime.class::isInstance;
            case "Time" -> Time.class::isInstance;
            case "Quantity" -> Quantity.class::isInstance;
            case "Ratio" -> Ratio.class::isInstance;
            case "Code" -> Code.class::isInstance;
            case "Concept" -> Concept.class::isInstance;
            case "ValueSet" -> ValueSet.class::isInstance;
            case "CodeSystem" -> CodeSystem.class::isInstance;
            case "Vocabulary" -> value -> value instanceof ValueSet || value instanceof CodeSystem;
            default -> value -> false;
        };
    }

    private static TypeTest list(TypeTest element) {
        return value -> {
            if (!(value instanceof List<?> list)) {
                return false;
            }
            for (Object member : list) {
                if (member != null && !element.of(member)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static TypeTest interval(TypeRef point) {
        if (point.equals(TypeRef.ANY)) {
            return Interval.class::isInstance;
        }
        TypeTest bound = point instanceof TypeRef.Named(String name) ? system(name) : value -> true;
        PointType wanted = point instanceof TypeRef.Named(String name) ? PointType.named(name) : PointType.ANY;
        return value -> {
            if (!(value instanceof Interval interval)) {
                return false;
            }
            Object known = interval.low() != null ? interval.low() : interval.high();
            return known != null
                    ? bound.of(known)
                    : interval.pointType() == PointType.ANY || interval.pointType() == wanted;
        };
    }

    private static TypeTest tuple(TypeRef.TupleOf type) {
        return value -> value instanceof Tuple tuple && tuple.names().containsAll(type.names());
    }
}
