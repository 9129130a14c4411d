package org.silkthread.measure.value;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Named values (CQL Tuple), in the order of their names' declaration. Lists are not changed after construction. */
public record Tuple(List<String> names, @Nullable Object[] values) {

    /** The value of a name; null when it has none. */
    public @Nullable Object get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tuple that && names.equals(that.names) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Tuple {");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? " " : ", ").append(names.get(i)).append(": ").append(values[i]);
        }
        return text.append(" }").toString();
    }
}
