package org.silkthread.server.indicators.intake;

import java.util.regex.Pattern;
import org.silkthread.server.tabular.Row;

/** Checks that all files share. */
final class Keys {

    /** Above this, sums and formulae would lose digits; no health service counts as far. */
    private static final long LARGEST = 1_000_000_000_000L;

    private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

    private Keys() {}

    static String organisation(Row row, String column) {
        String code = row.required(column);
        if (!ORGANISATION.matcher(code).matches()) {
            throw row.reject(column, "the code of an organisation: up to 20 letters and digits");
        }
        return code;
    }

    static long count(Row row, String column) {
        long count = row.count(column);
        if (count > LARGEST) {
            throw row.reject(column, "a number of at most 1,000,000,000,000");
        }
        return count;
    }
}
