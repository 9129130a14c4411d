package org.silkthread.server.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/** One thing that a program with a token may do, within what the token's owner may. */
public sealed interface TokenScope {

    /** Reading figures and all else that the API under {@code /api/v1} gives to read. */
    record ReadFigures() implements TokenScope {}

    /** Asking for calculations, reading them and calling them off. */
    record RunCalculations() implements TokenScope {}

    /**
     * Sending in files of one kind.
     *
     * @param kind as in {@code silk import KIND}
     */
    record SendFiles(String kind) implements TokenScope {}

    /** Using the FHIR interface. */
    record UseFhir(SmartScope scope) implements TokenScope {}

    /** The word for reading figures. */
    String READ_FIGURES = "figures:read";

    /** The word for calculations. */
    String RUN_CALCULATIONS = "calculations:run";

    /** What stands before the kind of file. */
    String SEND_FILES = "import:";

    /**
     * Reads one scope.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    static TokenScope parse(String text) {
        if (text.equals(READ_FIGURES)) {
            return new ReadFigures();
        }
        if (text.equals(RUN_CALCULATIONS)) {
            return new RunCalculations();
        }
        if (text.startsWith(SEND_FILES)
                && Kinds.NAME.matcher(text.substring(SEND_FILES.length())).matches()) {
            return new SendFiles(text.substring(SEND_FILES.length()));
        }
        Optional<SmartScope> smart = SmartScope.parse(text);
        if (smart.isPresent()) {
            return new UseFhir(smart.get());
        }
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        throw new IllegalArgumentException(
                SmartScope.isOfFirstVersion(text)
                        ? "'" + shown
                                + "' is a scope of SMART version 1. Write .rs instead of .read, .cud instead of .write"
                                + " and .cruds instead of .*"
                        : "'" + shown + "' is not a scope");
    }

    /** How kinds of file are named. */
    final class Kinds {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

        private Kinds() {}
    }

    /** Whether holding this scope gives the needed one. */
    default boolean gives(TokenScope needed) {
        return this instanceof UseFhir(SmartScope held) && needed instanceof UseFhir(SmartScope wanted)
                ? held.gives(wanted)
                : equals(needed);
    }

    /** As OAuth writes it, without a space. */
    default String text() {
        return switch (this) {
            case ReadFigures reading -> READ_FIGURES;
            case RunCalculations running -> RUN_CALCULATIONS;
            case SendFiles sending -> SEND_FILES + sending.kind();
            case UseFhir fhir -> fhir.scope().text();
        };
    }
}
