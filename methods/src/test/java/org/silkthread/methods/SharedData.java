package org.silkthread.methods;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/**
 * Published and reference data that lives in a {@code shared} folder beside the checkout and is not part of it. A test
 * that needs a file which is not there is skipped and says which.
 */
public final class SharedData {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SharedData() {}

    /** The rows of {@code shared/data/<name>}, by column name. */
    public static List<CSVRecord> rows(String name) {
        try (Reader reader = Files.newBufferedReader(file(name), StandardCharsets.UTF_8)) {
            return WITH_HEADER.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file {@code shared/data/<name>}. */
    public static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("Skipped: there is no shared/data/" + name + " in or above the working directory");
    }

    /** A number, where R writes NA or nothing for none. */
    public static boolean isNumber(CSVRecord row, String column) {
        String text = row.get(column);
        return !text.isEmpty() && !text.equals("NA");
    }

    /** The number in a column. */
    public static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** The first column, whose name may carry a byte order mark. */
    public static String first(CSVRecord row) {
        return row.get(0).replace(BYTE_ORDER_MARK, "");
    }
}
