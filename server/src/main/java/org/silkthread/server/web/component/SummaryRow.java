package org.silkthread.server.web.component;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of a summary list: what it is, what it says, and what can be done about it.
 *
 * @param key what it is, such as 'Owner'
 * @param value what it says; text given to {@link #of(String, String)} is escaped when it is written
 * @param actions links at the end of the row, such as 'Change'; may be empty
 */
public record SummaryRow(String key, Content value, List<Action> actions) {

    public SummaryRow {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A summary row needs a key");
        }
        actions = List.copyOf(actions);
    }

    public static SummaryRow of(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "'" + key + "' is empty: say 'No data', 'Not applicable' or 'Not known'");
        }
        return new SummaryRow(key, output -> output.writeUserContent(value), List.of());
    }

    public static SummaryRow of(String key, Content value) {
        return new SummaryRow(key, value, List.of());
    }

    /** The same row with one more action. */
    public SummaryRow with(Action action) {
        return new SummaryRow(
                key, value, Stream.concat(actions.stream(), Stream.of(action)).toList());
    }

    /**
     * A link at the end of a row.
     *
     * @param text what it does, such as 'Change'
     * @param about what it is done to, for people who hear the link without seeing the row, such as 'date of birth'
     * @param href where it leads
     */
    public record Action(String text, String about, String href) {}
}
