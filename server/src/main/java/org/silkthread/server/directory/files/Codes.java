package org.silkthread.server.directory.files;

import java.util.Optional;
import java.util.regex.Pattern;
import org.silkthread.server.tabular.Row;

/** Codes of organisations in the cells of a row. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?");
    private static final String EXPECTED = "a code of up to 20 capital letters, digits and hyphens";

    private Codes() {}

    static String required(Row row, String column) {
        return checked(row, column, row.required(column));
    }

    static Optional<String> optional(Row row, String column) {
        return row.optional(column).map(code -> checked(row, column, code));
    }

    static String checked(Row row, String column, String code) {
        if (!CODE.matcher(code).matches()) {
            throw row.reject(column, EXPECTED);
        }
        return code;
    }
}
