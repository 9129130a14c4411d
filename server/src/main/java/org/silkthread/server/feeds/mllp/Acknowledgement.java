package org.silkthread.server.feeds.mllp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Receipt;

/** The answer to a message: AA when it counts, AE when it was kept and waits for a person. */
final class Acknowledgement {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_WORDS = 400;

    private Acknowledgement() {}

    static byte[] of(Receipt receipt, Feed feed, Instant now, String ownId) {
        String header = "MSH|^~\\&|SILKTHREAD|" + escaped(feed.organisation()) + "|" + "|" + "|" + STAMP.format(now)
                + "+0000||ACK|" + ownId + "|P|2.4\r";
        String body = switch (receipt) {
            case Receipt.Taken taken -> "MSA|AA|" + escaped(taken.controlId()) + "\r";
            case Receipt.Again again -> "MSA|AA|" + escaped(again.controlId()) + "|Kept before\r";
            case Receipt.Refused refused ->
                "MSA|AE|" + escaped(refused.controlId()) + "|"
                        + escaped(shortened("Kept, and waits for a person: " + refused.why())) + "\r";
        };
        return (header + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }

    /** The separators of the answer have a meaning, and a line's end would begin a segment. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '\\' -> escaped.append("\\E\\");
                case '|' -> escaped.append("\\F\\");
                case '^' -> escaped.append("\\S\\");
                case '&' -> escaped.append("\\T\\");
                case '~' -> escaped.append("\\R\\");
                default -> escaped.append(letter < ' ' ? ' ' : letter);
            }
        }
        return escaped.toString();
    }
}
