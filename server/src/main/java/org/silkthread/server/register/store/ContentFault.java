package org.silkthread.server.register.store;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says what is wrong with a file in words for whoever wrote it.
 *
 * @param fault as the reader reports it
 * @param entryLine the line on which the entry begins that has the fault
 */
record ContentFault(JacksonException fault, int entryLine) {

    private static final Pattern MISSING = Pattern.compile("Missing required creator property '([^']+)'.*");
    private static final Pattern EMPTY = Pattern.compile("Null value for creator property '([^']+)'.*");

    String describe(String file, ObjectReader reader, String text) {
        TokenStreamLocation at = place(reader, text);
        String place = at == null ? file : file + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
        String field = field(fault.getPath());
        return place + ": " + (field.isEmpty() ? "" : "in '" + field + "': ") + words(fault);
    }

    /** A field that nobody knows is only reported at the end of its entry, so its place is looked for again. */
    private @Nullable TokenStreamLocation place(ObjectReader reader, String text) {
        if (fault instanceof UnrecognizedPropertyException) {
            String pointer = pointer(fault.getPath());
            try (JsonParser parser = reader.createParser(text)) {
                while (parser.nextToken() != null) {
                    TokenStreamLocation here = parser.currentTokenLocation();
                    if (parser.currentToken() == JsonToken.PROPERTY_NAME
                            && here.getLineNr() >= entryLine
                            && parser.streamReadContext()
                                    .pathAsPointer()
                                    .toString()
                                    .endsWith(pointer)) {
                        return here;
                    }
                }
            }
        }
        return fault.getLocation();
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(joining());
    }

    private static String words(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "unknown field '" + unknown.getPropertyName() + "'; expected one of "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(joining(", "));
            case InvalidFormatException format ->
                "found '" + format.getValue() + "', expected " + expected(format.getTargetType());
            case ValueInstantiationException refused
            when refused.getCause() != null -> String.valueOf(refused.getCause().getMessage());
            default -> plain(String.valueOf(fault.getOriginalMessage()));
        };
    }

    private static String plain(String message) {
        Matcher missing = MISSING.matcher(message);
        if (missing.lookingAt()) {
            return "the field '" + missing.group(1) + "' is missing; expected it here";
        }
        Matcher empty = EMPTY.matcher(message);
        if (empty.lookingAt()) {
            return "the field '" + empty.group(1) + "' has no value; expected one";
        }
        return message.lines().collect(joining(" "));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(joining(", "));
        }
        if (type == LocalDate.class) {
            return "a date such as 2024-07-31";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        return "a " + type.getSimpleName().toLowerCase(Locale.UK);
    }

    private static String field(List<Reference> path) {
        StringBuilder field = new StringBuilder();
        for (Reference step : path) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex() + 1).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }
}
