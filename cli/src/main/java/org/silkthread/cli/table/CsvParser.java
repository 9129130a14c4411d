package org.silkthread.cli.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits comma-separated text (RFC 4180) into rows that remember their line. Cells may be quoted and then hold commas,
 * doubled quotes and line ends; lines end in LF, CRLF or CR; a byte order mark and empty lines are passed over.
 */
final class CsvParser {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char END = '\uFFFF';

    private final String source;
    private final CharBuffer text;
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;

    private CsvParser(String source, CharBuffer text) {
        this.source = source;
        this.text = text;
    }

    /**
     * All rows of a file, the header row first.
     *
     * @param source the name of the file, for errors
     * @param bytes its content
     * @throws InputError when it is not UTF-8 or its quotes do not match
     */
    static List<Row> rows(String source, byte[] bytes) {
        CharBuffer text = decoded(source, bytes);
        if (text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK) {
            text.get();
        }
        return new CsvParser(source, text).rows();
    }

    private static CharBuffer decoded(String source, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            long line = 1 + out.chars().filter(character -> character == '\n').count();
            String found = String.format("byte 0x%02X", bytes[in.position()]);
            throw InputError.inLine(source, line, "expected UTF-8 text, found " + found);
        }
        return out;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int width = 0;
        while (text.hasRemaining()) {
            if (peek() == '\n' || peek() == '\r') {
                lineEnd();
                continue;
            }
            Row row = row(width);
            width = row.cells().size();
            rows.add(row);
        }
        return rows;
    }

    private Row row(int expectedWidth) {
        int firstLine = line;
        List<String> cells = new ArrayList<>(expectedWidth);
        cells.add(cell(1));
        while (peek() == ',') {
            text.get();
            cells.add(cell(cells.size() + 1));
        }
        lineEnd();
        return new Row(source, firstLine, List.copyOf(cells));
    }

    private String cell(int position) {
        cell.setLength(0);
        if (peek() == '"') {
            quoted(position);
        } else {
            while (text.hasRemaining() && !endsCell(peek())) {
                cell.append(text.get());
            }
        }
        return cell.toString();
    }

    private void quoted(int position) {
        int from = line;
        text.get();
        while (true) {
            if (!text.hasRemaining()) {
                throw InputError.inCell(source, from, position, "", "a closing quote", '"' + cell.toString());
            }
            char next = text.get();
            if (next == '"') {
                if (peek() != '"') {
                    break;
                }
                text.get();
            } else if (next == '\n' || (next == '\r' && peek() != '\n')) {
                line++;
            }
            cell.append(next);
        }
        if (text.hasRemaining() && !endsCell(peek())) {
            throw InputError.inCell(
                    source, line, position, "", "a comma or the end of the line behind a closing quote", "" + peek());
        }
    }

    private void lineEnd() {
        if (!text.hasRemaining()) {
            return;
        }
        if (text.get() == '\r' && peek() == '\n') {
            text.get();
        }
        line++;
    }

    private char peek() {
        return text.hasRemaining() ? text.charAt(0) : END;
    }

    private static boolean endsCell(char character) {
        return character == ',' || character == '\n' || character == '\r';
    }
}
