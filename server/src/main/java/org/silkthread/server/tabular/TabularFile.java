package org.silkthread.server.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A comma-separated file of UTF-8 text, with or without a byte order mark, with lines that end in LF or CRLF.
 *
 * <p>One line is one row. A line that cannot be read, whatever is wrong with it, gives one {@link RowProblem} and the
 * reading goes on behind it; so one pass names every bad row. No more than one line of at most {@value #LONGEST_LINE}
 * bytes is held in memory. Empty lines at the end are passed over; an empty line between rows is a problem.
 *
 * <p>An importer reads twice: once to validate, with a consumer that checks each row, and, when
 * {@link RowProblems#none()}, once to import.
 *
 * {@snippet :
 * TabularFile file = new TabularFile("beds.csv", () -> Files.newInputStream(path), TabularLayout.withHeader("code", "beds"));
 * RowProblems problems = new RowProblems();
 * file.read(row -> accept(row.required("code"), row.count("beds")), problems);
 * }
 *
 * @param name the name by which the sender knows the file; it appears in every problem
 * @param source opens the file at its start, as often as asked
 * @param layout the columns
 */
public record TabularFile(String name, Source source, TabularLayout layout) {

    /** The most bytes that one line may have, its line end not counted. */
    public static final int LONGEST_LINE = 64 * 1024;

    /** Opens the bytes of a file at its start. */
    @FunctionalInterface
    public interface Source {

        /** A new stream, which the reader closes. */
        InputStream open() throws IOException;
    }

    /** Takes one row; a {@link BadRow} thrown by the row's own methods refuses it. */
    @FunctionalInterface
    public interface RowConsumer {

        /** Takes the row. */
        void accept(Row row) throws IOException;
    }

    /**
     * What was read.
     *
     * @param rows lines with content, the header line not counted
     * @param bytes the size of the file
     * @param sha256 the digest of the file's bytes in hexadecimal, which tells whether two files are the same
     */
    public record Reading(long rows, long bytes, String sha256) {}

    /**
     * Reads the file from start to end.
     *
     * @param rows takes each row that has the layout's columns
     * @param problems receives what is wrong; when it is the header line, no row is read
     * @throws IOException if the source cannot be read
     */
    public Reading read(RowConsumer rows, RowProblems problems) throws IOException {
        MessageDigest digest = sha256();
        try (CountingStream bytes = new CountingStream(source.open());
                DigestInputStream in = new DigestInputStream(bytes, digest)) {
            Pass pass = new Pass(new LineReader(in, LONGEST_LINE), rows, problems);
            pass.run();
            in.transferTo(OutputStream.nullOutputStream());
            return new Reading(pass.read, bytes.count(), HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** One pass over the lines. */
    private final class Pass {

        private final LineReader lines;
        private final RowConsumer rows;
        private final RowProblems problems;
        private Map<String, Integer> positions = Map.of();
        private int width;
        private long line;
        private long read;
        private long emptyFrom;

        Pass(LineReader lines, RowConsumer rows, RowProblems problems) {
            this.lines = lines;
            this.rows = rows;
            this.problems = problems;
        }

        void run() throws IOException {
            if (layout.heading() == TabularLayout.Heading.FIRST_LINE) {
                if (!header()) {
                    return;
                }
            } else {
                positions = byPosition(layout.columns());
                width = layout.columns().size();
            }
            for (Optional<List<String>> cells = Optional.of(List.of()); cells.isPresent(); ) {
                cells = nextCells();
                if (cells.isPresent() && !cells.get().isEmpty()) {
                    row(cells.get());
                }
            }
            if (read == 0) {
                problems.add(new RowProblem(name, line, "", "", "at least one row"));
            }
        }

        /** The cells of the next line, no cells for a line that was refused, or nothing at the end of the file. */
        private Optional<List<String>> nextCells() throws IOException {
            Optional<LineReader.Line> next = lines.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            line++;
            return Optional.of(
                    switch (next.get()) {
                        case LineReader.Text text -> split(text.text());
                        case LineReader.TooLong tooLong ->
                            refuse("", tooLong.bytes() + " bytes", "a line of at most " + LONGEST_LINE + " bytes");
                        case LineReader.NotUtf8 wrong ->
                            refuse(
                                    "byte " + wrong.firstBadByte(),
                                    String.format("byte 0x%02X", wrong.value()),
                                    "UTF-8 text");
                    });
        }

        private List<String> split(String text) {
            if (text.isBlank()) {
                emptyFrom = emptyFrom == 0 ? line : emptyFrom;
                return List.of();
            }
            reportEmptyLines();
            return switch (CellSplitter.split(text)) {
                case CellSplitter.Cells cells -> cells.cells();
                case CellSplitter.Broken broken -> refuse(columnName(broken.cell()), broken.found(), broken.expected());
            };
        }

        private List<String> refuse(String column, String found, String expected) {
            reportEmptyLines();
            read++;
            problems.add(new RowProblem(name, line, column, found, expected));
            return List.of();
        }

        /** Empty lines are known to stand between rows only when something follows them. */
        private void reportEmptyLines() {
            if (emptyFrom > 0) {
                for (long empty = emptyFrom; empty < line; empty++) {
                    read++;
                    problems.add(new RowProblem(name, empty, "", "", "a row, not an empty line"));
                }
                emptyFrom = 0;
            }
        }

        private String columnName(int cell) {
            return positions.entrySet().stream()
                    .filter(entry -> entry.getValue() == cell - 1)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Integer.toString(cell));
        }

        private void row(List<String> cells) throws IOException {
            read++;
            if (!hasWidth(cells)) {
                problems.add(new RowProblem(name, line, "", cells.size() + " columns", columnsExpected() + " columns"));
                return;
            }
            try {
                rows.accept(new Row(name, line, positions, cells));
            } catch (BadRow bad) {
                problems.add(bad.problem());
            }
        }

        private String columnsExpected() {
            return layout.trailingEmpty() ? "at least " + width : Integer.toString(width);
        }

        private boolean hasWidth(List<String> cells) {
            return cells.size() == width
                    || (layout.trailingEmpty()
                            && cells.size() > width
                            && cells.stream().skip(width).allMatch(String::isEmpty));
        }

        private boolean header() throws IOException {
            Optional<List<String>> first = nextCells();
            if (first.isEmpty() || (first.get().isEmpty() && problems.none())) {
                problems.add(new RowProblem(name, 1, "", "", "a header line: " + String.join(", ", layout.required())));
                return false;
            }
            if (first.get().isEmpty()) {
                return false;
            }
            List<String> found = layout.trailingEmpty() ? withoutTrailingEmpty(first.get()) : first.get();
            width = found.size();
            return placeColumns(found);
        }

        private boolean placeColumns(List<String> found) {
            Map<String, Integer> lowerCase = new HashMap<>();
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).isEmpty() && layout.otherColumns()) {
                    continue;
                }
                String column = layout.naming().apply(found.get(i)).toLowerCase(Locale.ROOT);
                if (lowerCase.put(column, i) != null) {
                    return headerProblem(found.get(i), "each column once");
                }
            }
            Map<String, Integer> placed = new HashMap<>();
            for (String column : layout.columns()) {
                Integer position = lowerCase.remove(column.toLowerCase(Locale.ROOT));
                if (position == null && layout.required().contains(column)) {
                    return headerProblem(String.join(",", found), "a column " + column);
                }
                placed.put(column, position == null ? -1 : position);
            }
            if (!lowerCase.isEmpty() && !layout.otherColumns()) {
                return headerProblem(
                        String.join(", ", lowerCase.keySet()),
                        "only the columns " + String.join(", ", layout.columns()));
            }
            positions = Map.copyOf(placed);
            return true;
        }

        private boolean headerProblem(String found, String expected) {
            problems.add(new RowProblem(name, line, "", found, expected));
            return false;
        }
    }

    private static List<String> withoutTrailingEmpty(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static Map<String, Integer> byPosition(List<String> columns) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
        return Map.copyOf(positions);
    }
}
