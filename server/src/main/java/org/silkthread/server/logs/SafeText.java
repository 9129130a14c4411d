package org.silkthread.server.logs;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as it may stand in a log: one line, without NHS numbers and tokens. */
final class SafeText {

    /** Ten digits, together or in groups of three, three and four as people write them. */
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])");

    /** What follows a word that announces a secret, and a JSON web token wherever it stands. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(\\bbearer[ +]|\\bbasic |\\b(?:access_|refresh_|id_)?token=|\\bpassword=|\\bsecret=|\\bcode=|\\b_csrf=)[^\\s&,;\"']+"
                    + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private static final int HIGHEST_WEIGHT = 10;
    private static final int MODULUS = 11;

    private SafeText() {}

    static String of(String text) {
        return oneLine(masked(text));
    }

    /** The same for words of several lines that the application itself wrote. */
    static String lines(String text) {
        return text.lines().map(SafeText::of).collect(Collectors.joining("\n    "));
    }

    static String masked(String text) {
        String withoutSecrets = SECRET.matcher(text)
                .replaceAll(match -> match.group(1) == null ? "[token]" : plain(match.group(1)) + "[secret]");
        return TEN_DIGITS.matcher(withoutSecrets).replaceAll(SafeText::unlessNumber);
    }

    private static String plain(String words) {
        return Matcher.quoteReplacement(words);
    }

    private static String unlessNumber(MatchResult match) {
        return isNhsNumber(match.group().replaceAll("[ -]", "")) ? "[NHS number]" : match.group();
    }

    /** The check digit of the NHS Data Dictionary: weights 10 to 2, eleven minus the remainder, 11 counts as 0. */
    private static boolean isNhsNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < HIGHEST_WEIGHT - 1; i++) {
            sum += (digits.charAt(i) - '0') * (HIGHEST_WEIGHT - i);
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == digits.charAt(HIGHEST_WEIGHT - 1) - '0';
    }

    /** Nobody starts a line of their own, moves the cursor or turns the reading direction round. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int type = Character.getType(character);
            boolean steers = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            if (steers) {
                line.append("\\u").append(String.format("%04x", character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }
}
