package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.identity.ApiToken;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Component;

/** Words the page of tokens. It offers what the person may do; a scope beyond that would open nothing anyway. */
@Component
class TokenPage {

    private final ApiTokens tokens;
    private final List<Importers> importers;
    private final Clock clock;

    TokenPage(ApiTokens tokens, List<Importers> importers, Clock clock) {
        this.tokens = tokens;
        this.importers = importers;
        this.clock = clock;
    }

    /** The page with a form to make a token. */
    TokenView of(SignedIn person, TokenForm form, List<FormProblem> problems) {
        return view(person, Optional.empty(), form, problems);
    }

    /** The page with the secret of a token just made. */
    TokenView with(ApiTokens.Made made, SignedIn person) {
        TokenView.Made shown = new TokenView.Made(
                made.token().name(), made.secret(), day(made.token().expiresAt()));
        return view(person, Optional.of(shown), TokenForm.EMPTY, List.of());
    }

    private TokenView view(SignedIn person, Optional<TokenView.Made> made, TokenForm form, List<FormProblem> problems) {
        Instant now = clock.instant();
        List<ApiToken> all = tokens.of(person);
        return new TokenView(
                all.stream().filter(token -> token.worksAt(now)).map(this::row).toList(),
                ended(all.stream().filter(token -> !token.worksAt(now)).toList()),
                made,
                form,
                scopes(person).stream()
                        .map(choice -> choice.chosenIf(form.scopes().contains(choice.value())))
                        .toList(),
                Stream.of(7, 30, 90, 180, ApiTokens.LONGEST_DAYS)
                        .map(days ->
                                Choice.of(String.valueOf(days), days + " days").chosenIf(days == form.days()))
                        .toList(),
                problems);
    }

    private TokenView.Row row(ApiToken token) {
        return new TokenView.Row(
                token.id(),
                token.name(),
                token.scopes().stream().map(this::inWords).toList(),
                day(token.expiresAt()),
                token.lastUsed().map(Wording::date).orElse("Never"));
    }

    private Optional<Table> ended(List<ApiToken> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        List<List<Cell>> rows = tokens.stream()
                .map(token -> Table.row(
                        Cell.words(token.name()),
                        Cell.words(token.revokedAt()
                                .map(at -> "Revoked on " + day(at))
                                .orElseGet(() -> "Expired on " + day(token.expiresAt()))),
                        Cell.words(token.lastUsed().map(Wording::date).orElse("Never"))))
                .toList();
        return Optional.of(new Table(
                "Tokens that no longer work",
                List.of(Table.Column.words("Name"), Table.Column.words("Ended"), Table.Column.words("Last used")),
                rows));
    }

    private List<Choice> scopes(SignedIn person) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(new TokenScope.ReadFigures()));
        if (person.holds(Role.ANALYST) || person.holds(Role.NATIONAL)) {
            choices.add(choice(new TokenScope.RunCalculations()));
        }
        if (person.holds(Role.ANALYST) || person.holds(Role.NATIONAL) || person.holds(Role.QUALITY_LEAD)) {
            kinds().filter(Importer::isSent)
                    .map(kind -> choice(new TokenScope.SendFiles(kind.kind())))
                    .forEach(choices::add);
        }
        return choices;
    }

    private Stream<Importer> kinds() {
        return importers.stream().flatMap(room -> room.importers().stream());
    }

    private Choice choice(TokenScope scope) {
        return Choice.of(scope.text(), inWords(scope)).withHint(scope.text());
    }

    private String inWords(TokenScope scope) {
        return switch (scope) {
            case TokenScope.ReadFigures reading -> "Read figures, with those of your organisation that only you see";
            case TokenScope.RunCalculations running -> "Ask for calculations and read them";
            case TokenScope.SendFiles sending ->
                "Send in files: "
                        + kinds().filter(kind -> kind.kind().equals(sending.kind()))
                                .map(Importer::description)
                                .findFirst()
                                .orElse(sending.kind());
            case TokenScope.UseFhir fhir -> "FHIR: " + fhir.scope().text();
        };
    }

    private static String day(Instant moment) {
        return Wording.date(UkTime.at(moment).toLocalDate());
    }
}
