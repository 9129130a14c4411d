package org.silkthread.measure.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as queries go over them. */
final class Rows {

    private Rows() {}

    /** A list as it is; a single value as a list of one; null as an empty list. */
    static List<?> of(@Nullable Object values) {
        return values instanceof List<?> list ? list : values == null ? List.of() : List.of(values);
    }

    static boolean anyPresent(@Nullable Object values) {
        if (!(values instanceof List<?> list)) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) != null) {
                return true;
            }
        }
        return false;
    }
}
