package org.silkthread.server.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scope of SMART App Launch 2, such as {@code system/Measure.rs}: on whose behalf, which resources, and which
 * interactions with them.
 *
 * @param context on whose behalf
 * @param resource a type of FHIR resource, or {@code *} for all
 * @param interactions at least one
 * @param query what the scope narrows itself to, such as {@code category=laboratory}; empty when it does not
 */
public record SmartScope(Context context, String resource, Set<Interaction> interactions, String query) {

    private static final Pattern FORM =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]{1,60})\\.(c?r?u?d?s?)(?:\\?([!-~]{1,200}))?");
    private static final Pattern FIRST_VERSION = Pattern.compile("(patient|user|system)/[^.]+\\.(read|write|\\*)");
    private static final String EVERY_TYPE = "*";

    /** On whose behalf. */
    public enum Context {
        /** One patient, whom a sign-in chose. Tokens made by hand have none. */
        PATIENT,
        /** Whatever the person may see. */
        USER,
        /** A program without a person in front of it. Here it acts as the owner of its token. */
        SYSTEM;

        private static Context of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may be done with a resource, in the order in which a scope names them. */
    public enum Interaction {
        CREATE('c'),
        READ('r'),
        UPDATE('u'),
        DELETE('d'),
        SEARCH('s');

        private final char letter;

        Interaction(char letter) {
            this.letter = letter;
        }
    }

    public SmartScope {
        interactions = Set.copyOf(interactions);
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("A scope allows something");
        }
    }

    /** What an operation needs of a resource, on anybody's behalf. */
    public static SmartScope needed(String resource, Interaction first, Interaction... more) {
        return new SmartScope(Context.USER, resource, EnumSet.of(first, more), "");
    }

    /**
     * Reads a scope.
     *
     * @return empty if it is none; letters out of order and scopes of the first version of SMART are none
     */
    static Optional<SmartScope> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(3).isEmpty()) {
            return Optional.empty();
        }
        Set<Interaction> interactions = EnumSet.noneOf(Interaction.class);
        for (Interaction interaction : Interaction.values()) {
            if (form.group(3).indexOf(interaction.letter) >= 0) {
                interactions.add(interaction);
            }
        }
        String query = form.group(4);
        return Optional.of(
                new SmartScope(Context.of(form.group(1)), form.group(2), interactions, query == null ? "" : query));
    }

    static boolean isOfFirstVersion(String text) {
        return FIRST_VERSION.matcher(text).matches();
    }

    /**
     * Whether it gives all that is needed. One that narrows itself by a query, or to a patient, gives nothing to the
     * operations of this server: they cannot keep to such a limit, and doing more than was granted is no choice.
     */
    boolean gives(SmartScope needed) {
        return context != Context.PATIENT
                && query.isEmpty()
                && (resource.equals(EVERY_TYPE) || resource.equals(needed.resource))
                && interactions.containsAll(needed.interactions);
    }

    /** As SMART writes it. */
    public String text() {
        String letters = EnumSet.copyOf(interactions).stream()
                .map(interaction -> String.valueOf(interaction.letter))
                .collect(Collectors.joining());
        return context.word() + "/" + resource + "." + letters + (query.isEmpty() ? "" : "?" + query);
    }
}
