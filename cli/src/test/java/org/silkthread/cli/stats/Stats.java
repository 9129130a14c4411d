package org.silkthread.cli.stats;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.silkthread.cli.SilkRun;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;

/**
 * One run of {@code silk stats}.
 *
 * @param exitCode how it ended
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Stats(int exitCode, String out, String err) {

    static Stats run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("stats"));
        all.addAll(Arrays.asList(arguments));
        int exitCode = SilkRun.execute(all, new PrintWriter(out), new PrintWriter(err));
        return new Stats(exitCode, out.toString(), err.toString());
    }

    /** Runs a method on a table that is written to a file first: {@code method FILE options}. */
    static Stats on(String table, String method, String... options) {
        return on(table.getBytes(StandardCharsets.UTF_8), method, options);
    }

    static Stats on(byte[] table, String method, String... options) {
        try {
            Path file = Files.createTempFile("table", ".csv");
            try {
                Files.write(file, table);
                List<String> arguments = new ArrayList<>(List.of(method, file.toString()));
                arguments.addAll(Arrays.asList(options));
                return run(arguments.toArray(String[]::new));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file {@code shared/data/<name>} beside the checkout; the test is skipped when it is not there. */
    static Path shared(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("Skipped: there is no shared/data/" + name + " in or above the working directory");
    }

    /** The rows of the output by column name. */
    List<Map<String, String>> rows() {
        Table table = Table.parse("output", out.getBytes(StandardCharsets.UTF_8));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            Map<String, String> cells = new HashMap<>();
            table.columns().forEach(column -> cells.put(column.name(), row.text(column)));
            rows.add(cells);
        }
        return rows;
    }
}
