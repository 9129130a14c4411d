package org.silkthread.server.persons.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.persons.Delegation.Grant;
import org.silkthread.server.persons.Scope;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;

/**
 * What a carer is to see and for how long, as a form holds it.
 *
 * @param scope the codes of the parts that were ticked
 * @param also what else was ticked: {@code private} and {@code log}
 * @param months for how many months; empty when nothing was chosen
 */
public record GrantForm(List<String> scope, List<String> also, String months) {

    private static final List<Integer> LENGTHS = List.of(1, 3, 6, 12, 24);

    public GrantForm {
        scope = List.copyOf(scope);
        also = List.copyOf(also);
    }

    static GrantForm of(Grant grant) {
        List<String> also = new ArrayList<>();
        if (grant.seesPrivate()) {
            also.add("private");
        }
        if (grant.seesLog()) {
            also.add("log");
        }
        return new GrantForm(grant.scopes().stream().map(Scope::code).toList(), also, "");
    }

    /** The parts of a record to tick. */
    public List<Choice> scopes() {
        return Arrays.stream(Scope.values())
                .map(each -> Choice.of(each.code(), each.words()).chosenIf(scope.contains(each.code())))
                .toList();
    }

    /** What only the person gives. */
    public List<Choice> more() {
        return List.of(
                Choice.of("private", "Also what is private or hidden")
                        .withHint("Such as sexual health, mental health, and what you hide from staff")
                        .chosenIf(also.contains("private")),
                Choice.of("log", "Also who has looked at your record").chosenIf(also.contains("log")));
    }

    public List<Choice> lengths() {
        return LENGTHS.stream()
                .map(length -> Choice.of(length.toString(), words(length)).chosenIf(months.equals(length.toString())))
                .toList();
    }

    private static String words(int length) {
        return switch (length) {
            case 1 -> "1 month";
            case 12 -> "1 year";
            case 24 -> "2 years";
            default -> length + " months";
        };
    }

    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (chosen().isEmpty()) {
            problems.add(new FormProblem("scope", "Choose what they may see"));
        }
        if (length().isEmpty()) {
            problems.add(new FormProblem("months", "Choose for how long"));
        }
        return problems;
    }

    private Set<Scope> chosen() {
        return scope.stream().flatMap(code -> Scope.of(code).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Integer> length() {
        return LENGTHS.stream().filter(each -> each.toString().equals(months)).findFirst();
    }

    /** The grant, once there are no problems. */
    Grant grant(LocalDate today) {
        return new Grant(
                chosen(), also.contains("private"), also.contains("log"), today.plusMonths(length().orElseThrow()));
    }

    /** The same without what only the person gives. */
    Grant wish(LocalDate today) {
        return new Grant(chosen(), false, false, today.plusMonths(length().orElseThrow()));
    }
}
