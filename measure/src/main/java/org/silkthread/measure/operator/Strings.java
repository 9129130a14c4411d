package org.silkthread.measure.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;

/** The operators of strings. Positions count from 0. */
final class Strings {

    /** Patterns come from the text of the measures, so there are few; beyond this many they are not remembered. */
    private static final int REMEMBERED_PATTERNS = 1000;

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Strings() {}

    static @Nullable Object combine(@Nullable Object source, @Nullable Object separator) {
        if (source == null) {
            return null;
        }
        StringBuilder text = null;
        for (Object part : (List<?>) source) {
            if (part == null) {
                continue;
            }
            if (text == null) {
                text = new StringBuilder();
            } else if (separator != null) {
                text.append(separator);
            }
            text.append(part);
        }
        return text == null ? null : text.toString();
    }

    static @Nullable Object concatenate(@Nullable Object[] operands) {
        StringBuilder text = new StringBuilder();
        for (Object operand : operands) {
            if (operand == null) {
                return null;
            }
            text.append(operand);
        }
        return text.toString();
    }

    static @Nullable Object startsWith(Settings settings, @Nullable Object text, @Nullable Object prefix) {
        return (text == null || prefix == null) ? null : (Boolean) ((String) text).startsWith((String) prefix);
    }

    static @Nullable Object endsWith(Settings settings, @Nullable Object text, @Nullable Object suffix) {
        return (text == null || suffix == null) ? null : (Boolean) ((String) text).endsWith((String) suffix);
    }

    static @Nullable Object positionOf(Settings settings, @Nullable Object part, @Nullable Object text) {
        return text == null || part == null ? null : (Integer) ((String) text).indexOf((String) part);
    }

    static @Nullable Object lastPositionOf(Settings settings, @Nullable Object part, @Nullable Object text) {
        return text == null || part == null ? null : (Integer) ((String) text).lastIndexOf((String) part);
    }

    static @Nullable Object lower(@Nullable Object text) {
        return text == null ? null : ((String) text).toLowerCase(Locale.ROOT);
    }

    static @Nullable Object upper(@Nullable Object text) {
        return text == null ? null : ((String) text).toUpperCase(Locale.ROOT);
    }

    static @Nullable Object substring(@Nullable Object operand, @Nullable Object start, @Nullable Object length) {
        if (operand == null || start == null) {
            return null;
        }
        String text = (String) operand;
        int from = (Integer) start;
        if (from < 0 || from > text.length() || (from == text.length() && from > 0)) {
            return null;
        }
        int count = length == null ? text.length() - from : Math.max(0, (Integer) length);
        return text.substring(from, Math.min(text.length(), Math.addExact(from, Math.min(count, text.length()))));
    }

    static @Nullable Object split(@Nullable Object operand, @Nullable Object separator) {
        if (operand == null) {
            return null;
        }
        String text = (String) operand;
        if (separator == null || ((String) separator).isEmpty()) {
            return List.of(text);
        }
        String mark = (String) separator;
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
            parts.add(text.substring(from, at));
            from = at + mark.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    static @Nullable Object splitOnMatches(@Nullable Object operand, @Nullable Object expression) {
        if (operand == null) {
            return null;
        }
        String text = (String) operand;
        if (expression == null) {
            return List.of(text);
        }
        List<Object> parts = new ArrayList<>();
        Matcher matcher = pattern((String) expression).matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Whether the pattern matches some part of the text. */
    static @Nullable Object matches(Settings settings, @Nullable Object text, @Nullable Object expression) {
        return (text == null || expression == null)
                ? null
                : (Boolean) pattern((String) expression).matcher((String) text).find();
    }

    static @Nullable Object replaceMatches(
            @Nullable Object text, @Nullable Object expression, @Nullable Object substitution) {
        if (text == null || expression == null || substitution == null) {
            return null;
        }
        try {
            return pattern((String) expression).matcher((String) text).replaceAll((String) substitution);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new OperatorException("the substitution '" + substitution + "' is not valid: " + e.getMessage());
        }
    }

    private static Pattern pattern(String expression) {
        Pattern known = PATTERNS.get(expression);
        if (known != null) {
            return known;
        }
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.DOTALL | Pattern.UNICODE_CASE);
            if (PATTERNS.size() < REMEMBERED_PATTERNS) {
                PATTERNS.put(expression, pattern);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new OperatorException("the pattern '" + expression + "' is not valid: " + e.getDescription());
        }
    }

    static @Nullable Object toChars(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        List<Object> characters = new ArrayList<>();
        ((String) text).codePoints().forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }
}
