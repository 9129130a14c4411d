package org.silkthread.server.identity;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A token by which a program acts as the person who made it. Its secret is not here: nobody can read it again.
 *
 * @param id its number
 * @param owner the name that its owner signs in with
 * @param name what its owner calls it
 * @param scopes what the program may do, at least one
 * @param revokedAt when somebody ended it early
 * @param lastUsed the last day, in UTC, on which a request came with it
 */
public record ApiToken(
        long id,
        String owner,
        String name,
        List<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<LocalDate> lastUsed) {

    public ApiToken {
        scopes = List.copyOf(scopes);
    }

    /** Whether it works at a moment. */
    public boolean worksAt(Instant moment) {
        return revokedAt.isEmpty() && moment.isBefore(expiresAt);
    }

    /** Whether its scopes give the needed one. */
    public boolean gives(TokenScope needed) {
        return scopes.stream().anyMatch(held -> held.gives(needed));
    }

    /** Its scopes as OAuth writes them. */
    public String scopeText() {
        return scopes.stream().map(TokenScope::text).collect(joining(" "));
    }
}
