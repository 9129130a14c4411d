package org.silkthread.server.identity.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.web.component.FormProblem;

/**
 * What somebody entered to make a token.
 *
 * @param name what they call it
 * @param scopes the scopes they ticked
 * @param fhir further scopes, typed, with spaces between them
 * @param days how long it shall work
 */
public record TokenForm(String name, List<String> scopes, String fhir, int days) {

    /** What the form holds when it is opened. */
    static final TokenForm EMPTY = new TokenForm("", List.of(), "", 90);

    public TokenForm {
        name = name.strip();
        fhir = fhir.strip();
        scopes = List.copyOf(scopes);
    }

    /** The scopes asked for; what is none becomes a problem. */
    List<TokenScope> read(List<FormProblem> problems) {
        Set<TokenScope> read = new LinkedHashSet<>();
        scopes.forEach(text -> add(text, "scope", read, problems));
        typed().forEach(text -> add(text, "fhir", read, problems));
        return new ArrayList<>(read);
    }

    private List<String> typed() {
        return Arrays.stream(fhir.split("\\s+")).filter(text -> !text.isEmpty()).toList();
    }

    private static void add(String text, String field, Set<TokenScope> read, List<FormProblem> problems) {
        try {
            read.add(TokenScope.parse(text));
        } catch (IllegalArgumentException fault) {
            problems.add(new FormProblem(field, String.valueOf(fault.getMessage())));
        }
    }
}
