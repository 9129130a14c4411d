package org.silkthread.server.identity.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.IssuerLinks;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Decides whom an issuer's statement stands for here, and whether it is proof enough for what they may do. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Admission {

    /** The decision about one statement. */
    sealed interface Verdict {}

    /**
     * A session may begin.
     *
     * @param methods how the person proved who they are, in words
     */
    record Admitted(SignedIn person, String methods) implements Verdict {}

    /**
     * It may not.
     *
     * @param account the account it was about, as far as it is known
     */
    record Refused(WhyNot why, String account) implements Verdict {}

    /** What the embedded issuer says of a proof by two factors. */
    private static final String TWO_FACTORS = "mfa";

    private final Accounts accounts;
    private final IssuerLinks links;
    private final SignInSettings settings;

    Admission(Accounts accounts, IssuerLinks links, SignInSettings settings) {
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
    }

    Verdict judge(String issuer, OidcUser statement) {
        return issuer.equals(Issuers.EMBEDDED)
                ? admitted(subject(statement), methods(statement, "amr"), List.of(TWO_FACTORS), false)
                : external(statement);
    }

    private Verdict external(OidcUser statement) {
        String named = Optional.ofNullable(statement.getClaimAsString(settings.accountClaim()))
                .orElse("");
        return switch (links.resolve(settings.issuerUri(), subject(statement), named)) {
            case IssuerLinks.Account account ->
                admitted(
                        account.username(),
                        methods(statement, settings.secondFactorClaim()),
                        settings.secondFactorValues(),
                        true);
            case IssuerLinks.Nobody nobody -> new Refused(WhyNot.UNKNOWN, named);
            case IssuerLinks.SomebodyElses other -> new Refused(WhyNot.OTHER_SUBJECT, named);
        };
    }

    private Verdict admitted(
            String username, List<String> methods, Collection<String> secondFactor, boolean postsOnly) {
        Optional<SignedIn> person = accounts.find(username);
        if (person.isEmpty()) {
            return new Refused(WhyNot.CLOSED, username);
        }
        boolean staff = !person.get().posts().isEmpty();
        if (!staff && postsOnly) {
            return new Refused(WhyNot.NO_POST, username);
        }
        if (staff && methods.stream().noneMatch(secondFactor::contains)) {
            return new Refused(WhyNot.NO_SECOND_FACTOR, username);
        }
        return new Admitted(person.get(), String.join(" ", methods));
    }

    private static String subject(OidcUser statement) {
        return Optional.ofNullable(statement.getSubject())
                .orElseThrow(() -> new IllegalStateException("The framework admits no statement without a subject"));
    }

    /** The values of a claim that is one text or a list of them. */
    private static List<String> methods(OidcUser statement, String claim) {
        Object value = statement.getClaim(claim);
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
