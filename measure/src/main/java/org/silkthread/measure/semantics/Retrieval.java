package org.silkthread.measure.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.operator.Logic;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.Expression.Retrieve;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.ValueSet;

/** The conditions of a retrieve. */
public final class Retrieval {

    private Retrieval() {}

    /**
     * Whether a resource declares a profile. Resources claim profiles in {@code meta.profile}; a claim may end with a
     * version, which a retrieve without a version does not mind.
     */
    public static boolean declares(Structure resource, String profile) {
        if (profile.isEmpty()) {
            return true;
        }
        return resource.get("meta") instanceof Structure meta && claims(meta, profile);
    }

    /** Whether a Meta claims a profile. */
    public static boolean claims(Structure meta, String profile) {
        for (Object claim : meta.list("profile")) {
            Object text = Properties.get(claim, "value");
            if (text instanceof String claimed
                    && claimed.startsWith(profile)
                    && (claimed.length() == profile.length() || claimed.charAt(profile.length()) == '|')) {
                return true;
            }
        }
        return false;
    }

    /** Whether a coded element has one of the codes: a value set, a code or concept, or a list of them. */
    public static boolean coded(ValueSets sets, Retrieve retrieve, Structure resource, @Nullable Object codes) {
        List<Code> found = Codes.of(element(resource, retrieve.codeElement()));
        if (codes instanceof ValueSet set) {
            return Boolean.TRUE.equals(sets.contains(set, found));
        }
        for (Code wanted : Codes.of(codes)) {
            for (Code code : found) {
                if (same(wanted, code)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the time of an element lies in, or overlaps, a range. */
    public static boolean dated(Settings settings, Retrieve retrieve, Structure resource, @Nullable Object range) {
        Object time = element(resource, retrieve.dateElement());
        Object point = time instanceof Structure structure ? structure.get("value") : time;
        if (point instanceof DateTime) {
            return Logic.isTrue(Operator.IN.binary(null).apply(settings, point, range));
        }
        if (time instanceof Structure period && period.type().name().equals("Period")) {
            Interval interval = new Interval(
                    period.get("start"), period.get("start") != null, period.get("end"), true, PointType.DATE_TIME);
            return Logic.isTrue(Operator.OVERLAPS.binary(null).apply(settings, interval, range));
        }
        return false;
    }

    /** Whether two codes are one: the code and its system are the same. */
    public static boolean same(Code left, Code right) {
        return left.code() != null && left.code().equals(right.code()) && Objects.equals(left.system(), right.system());
    }

    private static @Nullable Object element(Structure resource, String path) {
        Object value = resource;
        for (String step : path.split("\\.", -1)) {
            value = Properties.get(value, step);
        }
        return value;
    }

    /** Everything that lies directly below a value, or at any depth; null of null. */
    public static @Nullable List<Object> below(@Nullable Object source, boolean childrenOnly) {
        if (source == null) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        collect(source, childrenOnly, found);
        return found;
    }

    private static void collect(@Nullable Object source, boolean childrenOnly, List<Object> found) {
        List<?> children = switch (source) {
            case null -> List.of();
            case List<?> list -> list;
            case Structure structure ->
                structure.type().elements().stream()
                        .map(element -> structure.get(element.slot()))
                        .filter(value -> value != null)
                        .toList();
            case org.silkthread.measure.value.Tuple tuple -> java.util.Arrays.asList(tuple.values());
            default -> List.of();
        };
        for (Object child : children) {
            List<?> members = child instanceof List<?> list ? list : child == null ? List.of() : List.of(child);
            for (Object member : members) {
                found.add(member);
                if (!childrenOnly) {
                    collect(member, false, found);
                }
            }
        }
    }
}
