package org.silkthread.measure.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.DateTime;

/**
 * How a patient's resources of one type stand, wherever they are kept: in order of their ids, those without an id first
 * in order of their content, and of several versions of one resource only the newest. So no result depends on the order of files.
 */
public final class ResourceOrder {

    /** The version of a resource that does not say when it was changed: older than all others. */
    public static final long UNDATED = Long.MIN_VALUE;

    private static final int FIRST_SURROGATE = 0xD800;
    private static final int AFTER_SURROGATES = 0xE000;

    private ResourceOrder() {}

    /** The id of a resource; empty when it has none. */
    public static String id(Structure resource) {
        return resource.get("id") instanceof String id ? id : "";
    }

    /** When a resource was changed by its {@code meta.lastUpdated}, in milliseconds of UTC; {@link #UNDATED} without it. */
    public static long version(Structure resource) {
        return resource.get("meta") instanceof Structure meta && meta.get("lastUpdated") instanceof DateTime updated
                ? updated.instant(0)
                : UNDATED;
    }

    /**
     * Of two versions of one resource the one that counts: that of the later change. When both have the same time, it is
     * decided by their content, so that it does not depend on which came first.
     */
    public static Structure newer(Structure one, Structure other) {
        int order = Long.compare(version(one), version(other));
        order = order != 0 ? order : content(one).compareTo(content(other));
        return order >= 0 ? one : other;
    }

    /** A text of all that a resource says, by which those stand that nothing else tells apart. */
    public static String content(Structure resource) {
        return resource.toString();
    }

    /** Orders ids as their UTF-8 bytes: by code points, not by the halves of those that need two characters. */
    public static int compareIds(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            int a = one.charAt(i);
            int b = other.charAt(i);
            if (a != b) {
                return Integer.compare(weight(a), weight(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Halves of a pair stand for code points beyond all single characters. */
    private static int weight(int character) {
        boolean half = character >= FIRST_SURROGATE && character < AFTER_SURROGATES;
        return half ? character + Character.MAX_VALUE : character;
    }

    private static int compare(Structure one, Structure other) {
        String id = id(one);
        int order = compareIds(id, id(other));
        return order != 0 || !id.isEmpty() ? order : content(one).compareTo(content(other));
    }

    /** Resources of one type in order, each once. */
    public static List<Structure> ordered(List<Structure> resources) {
        List<Structure> sorted = new ArrayList<>(resources);
        sorted.sort(ResourceOrder::compare);
        List<Structure> kept = new ArrayList<>(sorted.size());
        @Nullable String last = null;
        for (Structure resource : sorted) {
            String id = id(resource);
            if (!id.isEmpty() && Objects.equals(id, last)) {
                kept.add(newer(kept.removeLast(), resource));
            } else {
                kept.add(resource);
            }
            last = id;
        }
        return List.copyOf(kept);
    }
}
