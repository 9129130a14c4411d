package org.silkthread.measure.report;

import java.util.List;

/** The values that make a stratum, one a component, as text; {@code unknown} where a value is null. */
public record StratumValue(List<String> components) implements Comparable<StratumValue> {

    public static final String UNKNOWN = "unknown";

    public static StratumValue of(String text) {
        return new StratumValue(List.of(text));
    }

    /** The values as one text. */
    public String text() {
        return String.join(", ", components);
    }

    @Override
    public int compareTo(StratumValue other) {
        int length = Math.min(components.size(), other.components.size());
        for (int i = 0; i < length; i++) {
            int order = components.get(i).compareTo(other.components.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(components.size(), other.components.size());
    }
}
