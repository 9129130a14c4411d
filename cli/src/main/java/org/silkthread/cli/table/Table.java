package org.silkthread.cli.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that was read from a file.
 *
 * @param source the name of the file
 * @param columns its columns, in order
 * @param rows its rows, all as wide as the header
 */
public record Table(String source, List<Column> columns, List<Row> rows) {

    /**
     * Some rows that have the same text in the columns by which a table is grouped.
     *
     * @param key those texts, in the order of the columns
     * @param rows at least one row, in the order of the table
     */
    public record Group(List<String> key, List<Row> rows) {}

    /**
     * Reads a file, or standard input when its name is {@code -}.
     *
     * @throws InputError when it cannot be read as a table
     */
    public static Table read(String file) {
        if (file.equals("-")) {
            return parse("standard input", contentOf(file));
        }
        return parse(file, contentOf(file));
    }

    private static byte[] contentOf(String file) {
        try {
            if (file.equals("-")) {
                InputStream in = System.in;
                return in.readAllBytes();
            }
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw InputError.inFile(file, "there is no such file");
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw InputError.inFile(file, "cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Reads the bytes of a file. */
    public static Table parse(String source, byte[] bytes) {
        List<Row> lines = CsvParser.rows(source, bytes);
        if (lines.isEmpty()) {
            throw InputError.inFile(source, "expected a header row with the names of the columns, found nothing");
        }
        List<Column> columns = new ArrayList<>();
        for (String name : lines.getFirst().cells()) {
            columns.add(new Column(columns.size(), name.strip()));
        }
        List<Row> rows = List.copyOf(lines.subList(1, lines.size()));
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw InputError.inLine(
                        source,
                        row.line(),
                        "expected " + columns.size() + " columns, found "
                                + row.cells().size());
            }
        }
        return new Table(source, List.copyOf(columns), rows);
    }

    /**
     * The column of a name.
     *
     * @throws InputError when there is none, or more than one
     */
    public Column column(String name) {
        List<Column> named = columns.stream()
                .filter(column -> column.name().equals(name.strip()))
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        List<String> names = columns.stream().map(Column::name).toList();
        throw InputError.inLine(
                source,
                1,
                "expected one column called " + InputError.quoted(name) + ", found "
                        + (named.isEmpty() ? String.join(", ", names) : named.size() + " of them"));
    }

    /** The column of a name that a table need not have. */
    public Optional<Column> optionalColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name))
                ? Optional.of(column(name))
                : Optional.empty();
    }

    /** The columns of these names. */
    public List<Column> columns(Collection<String> names) {
        return names.stream().map(this::column).toList();
    }

    /** The columns that stay beside added ones: all but those that an added column of the same name replaces. */
    public List<Column> columnsBeside(Collection<String> added) {
        return columns.stream().filter(column -> !added.contains(column.name())).toList();
    }

    /** The rows in groups, in the order in which the groups first appear. Without columns all rows are one group. */
    public List<Group> groups(List<Column> by) {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<String> key = by.stream().map(row::text).toList();
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
