package org.silkthread.measure.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;

/** What tells FHIR resources from other structures, and one resource from another. */
final class Resources {

    private Resources() {}

    /** Whether a structure is a resource. */
    static boolean is(Structure structure) {
        return structure.type().resource();
    }

    /** Whether two values are one object, which saves looking inside; equal values may be two. */
    @SuppressWarnings("ReferenceEquality")
    static boolean one(@Nullable Object left, @Nullable Object right) {
        return left == right;
    }

    /** Whether a value equals itself without looking inside it: a structure with unknown parts need not. */
    static boolean reflexive(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Structure || value instanceof Number;
    }

    /** A hash that equal values share; zero for values of which this is too costly to tell. */
    static int hash(Object value, int offset) {
        return switch (value) {
            case String text -> text.hashCode();
            case Number number -> number.intValue();
            case Code code -> String.valueOf(code.code()).hashCode();
            case DateTime moment ->
                moment.precision().compareTo(Precision.MINUTE) >= 0 ? Long.hashCode(moment.instant(offset)) : 0;
            case Date date -> date.epochDay();
            case Structure structure -> {
                Object id = is(structure) ? structure.id() : null;
                yield id == null ? 0 : id.hashCode();
            }
            case List<?> list -> list.size();
            default -> 0;
        };
    }
}
