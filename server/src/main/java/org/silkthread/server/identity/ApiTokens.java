package org.silkthread.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.ApiTokenTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens by which programs act as people. A token does what its owner may do at that moment, and of that only what
 * its scopes say.
 */
@Service
public class ApiTokens {

    /** How long a token works at most. */
    public static final int LONGEST_DAYS = 365;

    /** How many working tokens a person has at most. */
    public static final int MOST = 20;

    private static final int MOST_SCOPES = 40;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    private final ApiTokenTable table;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    ApiTokens(ApiTokenTable table, Accounts accounts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A token just made.
     *
     * @param secret what the program sends; it is never to be had again
     */
    public record Made(ApiToken token, String secret) {

        /** Without the secret, which belongs in no log. */
        @Override
        public String toString() {
            return "Made[" + token + "]";
        }
    }

    /** What came of a token that a request brought. */
    public sealed interface Presented {

        /** It works, and its owner has an account. */
        record Good(ApiToken token, SignedIn owner) implements Presented {}

        /**
         * It does not work.
         *
         * @param because in words for whoever holds it
         * @param token the token, when there was one with this secret
         */
        record Bad(String because, Optional<ApiToken> token) implements Presented {}
    }

    /**
     * Makes a token.
     *
     * @param days how long it works, 1 to {@value #LONGEST_DAYS}
     * @throws IllegalArgumentException if it cannot be made so; the message says why, in words for the owner
     */
    @Transactional
    public Made make(SignedIn owner, String name, List<TokenScope> scopes, int days) {
        Instant now = clock.instant();
        List<TokenScope> distinct = scopes.stream().distinct().toList();
        fault(owner, name, distinct, days, now).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        TokenSecret secret = TokenSecret.random();
        ApiToken token = table.add(
                new ApiTokenTable.NewToken(owner.username(), name, distinct, now, now.plus(Duration.ofDays(days))),
                secret.digest());
        audit.record(
                new AuditEvent(owner.actor(), "identity.token.made", subject(token), name + ": " + token.scopeText()));
        return new Made(token, secret.reveal());
    }

    private Optional<String> fault(SignedIn owner, String name, List<TokenScope> scopes, int days, Instant now) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("Enter a name of up to 60 letters, digits, spaces, dots, hyphens and underscores");
        }
        if (scopes.isEmpty() || scopes.size() > MOST_SCOPES) {
            return Optional.of("Choose at least one and at most " + MOST_SCOPES + " things that the program may do");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            return Optional.of("Choose between 1 and " + LONGEST_DAYS + " days");
        }
        List<ApiToken> working = table.of(owner.username()).stream()
                .filter(token -> token.worksAt(now))
                .toList();
        if (working.stream().anyMatch(token -> token.name().equals(name))) {
            return Optional.of("You have a token of this name. Choose another name, or revoke that one first");
        }
        return working.size() >= MOST
                ? Optional.of("You have " + MOST + " tokens. Revoke one that is no longer used")
                : Optional.empty();
    }

    /** A person's tokens: those that work first, then the latest that ended. */
    public List<ApiToken> of(SignedIn owner) {
        return table.of(owner.username());
    }

    /** Ends a token of the person's own now. Whether there was one that worked. */
    @Transactional
    public boolean revoke(SignedIn owner, long id) {
        Optional<ApiToken> token = table.of(owner.username()).stream()
                .filter(own -> own.id() == id && own.revokedAt().isEmpty())
                .findFirst();
        token.ifPresent(found -> {
            table.revoke(id, clock.instant(), owner.username());
            audit.record(new AuditEvent(owner.actor(), "identity.token.revoked", subject(found), found.name()));
        });
        return token.isPresent();
    }

    /** Looks at the token that a request brought, and notes the day of its use. */
    public Presented present(String secret) {
        Optional<ApiToken> found = TokenSecret.parse(secret).flatMap(parsed -> table.find(parsed.digest()));
        if (found.isEmpty()) {
            return new Presented.Bad("This token is not one that was made here.", found);
        }
        ApiToken token = found.get();
        Instant now = clock.instant();
        if (token.revokedAt().isPresent()) {
            return new Presented.Bad("This token was revoked.", found);
        }
        if (!token.worksAt(now)) {
            return new Presented.Bad("This token has expired.", found);
        }
        Optional<SignedIn> owner = accounts.find(token.owner());
        if (owner.isEmpty()) {
            return new Presented.Bad("The account of this token is closed.", found);
        }
        noteUse(token, owner.get(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new Presented.Good(token, owner.get());
    }

    private void noteUse(ApiToken token, SignedIn owner, LocalDate day) {
        boolean noted = token.lastUsed().filter(last -> !last.isBefore(day)).isPresent();
        if (!noted && table.noteUse(token.id(), day)) {
            audit.record(new AuditEvent(owner.actor(), "identity.token.used", subject(token), day.toString()));
        }
    }

    /** What the audit trail calls a token. */
    public static String subject(ApiToken token) {
        return "token/" + token.owner() + "/" + token.id();
    }
}
