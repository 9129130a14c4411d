package org.silkthread.measure.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happens to lines of NDJSON on their way: some of it harmless, some of it not. */
final class LineMutations {

    /** Fields that make any resource unreadable, whatever else it says. */
    private static final List<String> WRONG = List.of(
            "\"meta\":7",
            "\"meta\":{\"lastUpdated\":\"yesterday\"}",
            "\"meta\":{\"lastUpdated\":20260101}",
            "\"meta\":[{\"versionId\":\"1\"}]",
            "\"id\":17",
            "\"id\":{}",
            "\"language\":true",
            "\"implicitRules\":[\"x\"]",
            "\"meta\":{\"profile\":\"not a list\"}",
            "\"extension\":[{\"url\":\"u\",\"valueInteger\":99999999999999999999}]",
            "\"extension\":[{\"url\":\"u\",\"valueInteger\":1.5}]",
            "\"extension\":[{\"url\":\"u\",\"valueDecimal\":1e999999999}]",
            "\"extension\":[{\"url\":\"u\",\"valueDecimal\":1e-99999999999}]",
            "\"extension\":[{\"url\":\"u\",\"valueDecimal\":" + "9".repeat(1500) + "}]",
            "\"extension\":[{\"url\":\"u\",\"valueBoolean\":\"true\"}]",
            "\"extension\":[{\"url\":\"u\",\"valueDate\":\"2026-02-30\"}]",
            "\"extension\":[{\"url\":\"u\",\"valueDateTime\":\"2026-01-01T25:00:00Z\"}]",
            "\"extension\":[{\"url\":\"u\",\"valueTime\":\"noon\"}]",
            "\"extension\":[{\"url\":\"u\",\"valueQuantity\":[]}]",
            "\"extension\":[7]",
            "\"contained\":[{\"resourceType\":\"Spaceship\"}]",
            "\"contained\":[{}]",
            "\"extension\":{}",
            "\"x\":NaN",
            "\"x\":01",
            "\"x\":",
            "\"x\" 1",
            "x:1",
            "'x':1",
            "\"x\":\"\\q\"",
            "\"x\":\"\\u12\"",
            "\"x\":tru",
            "\"x\":[1,}",
            ",");

    private final Random random;

    LineMutations(Random random) {
        this.random = random;
    }

    /** The same resource for every reader. */
    byte[] harmless(byte[] line) {
        return switch (random.nextInt(8)) {
            case 0 -> joined(line, text("\r"));
            case 1 -> joined(text(" \t"), joined(line, text("  ")));
            case 2 -> joined(text("\n\r\n"), line);
            case 3 -> with(line, "\"unknown\":{\"deep\":" + "[".repeat(200) + "]".repeat(200) + "}");
            case 4 -> with(line, "\"unknown\":1e999999999,\"another\":" + "8".repeat(900));
            case 5 -> with(line, "\"language\":null");
            case 6 -> joined(text("\uFEFF"), line);
            default -> line;
        };
    }

    /** A line that no reader can take for a resource. */
    byte[] broken(byte[] line) {
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(line, 1 + random.nextInt(line.length - 1));
            case 1 -> with(line, "\"x\":" + "[".repeat(2000) + "]".repeat(2000));
            case 2 -> with(line, "\"contained\":" + nested(700));
            case 3 -> joined(line, line);
            case 4 -> invalidUtf8(line);
            case 5 -> replaced(line, (byte) 0);
            case 6 ->
                List.of(
                                text("[]"),
                                text("null"),
                                text("7"),
                                text("\"text\""),
                                text("{}"),
                                text("\u0000"),
                                text("garbage"))
                        .get(random.nextInt(7));
            case 7 -> text("{\"resourceType\":\"Spaceship\",\"id\":\"s\"}");
            case 8 -> Arrays.copyOfRange(line, 1 + random.nextInt(line.length - 1), line.length);
            default -> with(line, WRONG.get(random.nextInt(WRONG.size())));
        };
    }

    private static String nested(int depth) {
        String open = "[{\"resourceType\":\"Basic\",\"contained\":";
        return open.repeat(depth) + "[]" + "}]".repeat(depth);
    }

    /** A byte that begins no character, in place of one inside a text. */
    private byte[] invalidUtf8(byte[] line) {
        return replaced(line, (byte) (random.nextBoolean() ? 0xFF : 0xC0));
    }

    /** A letter of the id, which every reader reads, gives way to a byte. */
    private static byte[] replaced(byte[] line, byte by) {
        byte[] changed = line.clone();
        changed[new String(line, StandardCharsets.ISO_8859_1).indexOf("\"id\":\"") + 6] = by;
        return changed;
    }

    /** The line with one more field, the first. */
    private static byte[] with(byte[] line, String field) {
        byte[] start = text("{" + field + ",");
        return joined(start, Arrays.copyOfRange(line, 1, line.length));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }
}
