package org.silkthread.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.InvitationTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which people choose their password: their first one, or another after they forgot it. A link works once, for a
 * day, and a newer one puts it out of use. It opens nothing else: the second factor is asked as ever, and whoever has none
 * and holds a post sets one up. No e-mail is sent; the administrator hands the link over in person or by a safe way.
 */
@Service
public class Invitations {

    private static final Duration LASTS = Duration.ofHours(24);
    private static final int TOKEN_BYTES = 32;

    private final InvitationTable table;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(InvitationTable table, Accounts accounts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A link that was just made. The token is kept nowhere.
     *
     * @param path the link's path on this server
     */
    public record Link(String username, String path, Instant expires) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "a link for " + username;
        }
    }

    /** A link that works at this moment. */
    public record Valid(UUID id, String username) {}

    /**
     * Makes a link for an account.
     *
     * @throws IllegalArgumentException if there is no open account of this name
     */
    @Transactional
    public Link make(String username, Actor.Person by) {
        if (accounts.find(username).isEmpty()) {
            throw new IllegalArgumentException("There is no open account '" + username + "'");
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        table.add(UUID.randomUUID(), username, hash(token), by.username(), now, now.plus(LASTS));
        audit.record(new AuditEvent(by, "identity.invite", "account/" + username, ""));
        return new Link(username, "/recover/" + token, now.plus(LASTS));
    }

    /** The link with this token, if it works. */
    public Optional<Valid> find(String token) {
        return table.valid(hash(token), clock.instant());
    }

    /**
     * Sets the password of the link's account and uses the link up.
     *
     * @return false if the link no longer works
     * @throws IllegalArgumentException if the password would be guessed soon; the message says why
     */
    @Transactional
    public boolean redeem(Valid link, String password) {
        if (!table.use(link.id(), clock.instant())) {
            return false;
        }
        Actor actor = accounts.find(link.username()).<Actor>map(SignedIn::actor).orElse(new Actor.Visitor());
        audit.record(new AuditEvent(actor, "identity.redeem-invitation", "account/" + link.username(), ""));
        accounts.setPassword(link.username(), password, actor);
        return true;
    }

    /** A token has 256 random bits, so that a fast hash is enough. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
