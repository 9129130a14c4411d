package org.silkthread.cli.mllp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.cli.table.InputError;

/**
 * Messages in a file, in the order in which they leave. UTF-8; the first line is {@value #HEADER}; each further line is the
 * moment at which a message leaves (ISO 8601, UTC), a tab, and the message, in which {@code \r}, {@code \n} and {@code \\}
 * stand for a carriage return, a line feed and a backslash.
 */
public final class Recording {

    private static final String HEADER = "# silkthread messages 1";

    private Recording() {}

    /** Writes a file, over one that is there. */
    public static void write(Path file, List<Sending> sendings) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.write('\n');
            for (Sending sending : sendings) {
                out.write(sending.at() + "\t" + escaped(sending.message()) + "\n");
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws InputError if a line is none of a recording; it is named
     */
    public static List<Sending> read(Path file) throws IOException {
        List<Sending> sendings = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            if (!HEADER.equals(in.readLine())) {
                throw InputError.inLine(file.toString(), 1, "expected " + HEADER);
            }
            String line = in.readLine();
            while (line != null) {
                sendings.add(sending(line, file.toString(), sendings.size() + 2L));
                line = in.readLine();
            }
        }
        return sendings;
    }

    private static Sending sending(String line, String file, long number) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw InputError.inLine(file, number, "expected a moment, a tab and a message");
        }
        try {
            return new Sending(Instant.parse(line.substring(0, tab)), unescaped(line.substring(tab + 1)));
        } catch (DateTimeException e) {
            throw InputError.inLine(file, number, "expected a moment such as 2026-11-22T10:00:00Z before the tab");
        } catch (IllegalArgumentException e) {
            throw InputError.inLine(file, number, "expected r, n or a backslash after each backslash");
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\\') {
                plain.append(letter);
                continue;
            }
            i++;
            plain.append(
                    switch (i < text.length() ? text.charAt(i) : ' ') {
                        case 'r' -> '\r';
                        case 'n' -> '\n';
                        case '\\' -> '\\';
                        default -> throw new IllegalArgumentException("Nothing is written so");
                    });
        }
        return plain.toString();
    }
}
