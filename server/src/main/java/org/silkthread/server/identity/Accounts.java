package org.silkthread.server.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.AccountTable;
import org.silkthread.server.identity.store.SessionTable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people who sign in: who they are, whether they may, and which posts they hold. */
@Service
public class Accounts {

    /** How a password is hashed: unlike bcrypt, this reads all of a long one. */
    private static final String HASH = "pbkdf2@SpringSecurity_v5_8";

    private static final int SALT_AND_HASH_BYTES = 16 + 32;

    private final AccountTable table;
    private final SessionTable sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            HASH,
            Map.of(
                    HASH,
                    Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                    "bcrypt",
                    new BCryptPasswordEncoder()));
    private final String nobodysHash = nobodysHash();

    Accounts(AccountTable table, SessionTable sessions, AuditTrail audit, Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @param username lower-case letters, digits, dots, hyphens and underscores
     * @throws IllegalArgumentException if the name is taken or the password would be guessed soon; the message says why
     */
    @Transactional
    public void create(String username, String name, String password, Set<Post> posts, Actor by) {
        if (table.exists(username)) {
            throw new IllegalArgumentException("There is an account '" + username + "' already");
        }
        String hash = hashed(username, password);
        Instant now = clock.instant();
        table.add(username, name, now);
        table.addCredential(username, hash, now);
        posts.forEach(post -> table.begin(username, post, now));
        audit.record(new AuditEvent(by, "identity.create", subject(username), posts.toString()));
    }

    /** Whether there is an account of this name, open or closed. */
    public boolean exists(String username) {
        return table.exists(username);
    }

    /** Gives the account a new password; the old one no longer works, and sessions that began with it are over. */
    @Transactional
    public void setPassword(String username, String password, Actor by) {
        setPassword(username, password, Optional.empty(), by);
    }

    /** The same, but the session in which the person set it goes on. */
    @Transactional
    public void setPassword(String username, String password, Optional<UUID> session, Actor by) {
        String hash = hashed(username, password);
        sessions.lock(username);
        Instant now = clock.instant();
        table.addCredential(username, hash, now);
        sessions.endAll(username, session, "new password", now);
        audit.record(new AuditEvent(by, "identity.set-password", subject(username), ""));
    }

    /** Gives the person a post, from now on. */
    @Transactional
    public void appoint(String username, Post post, Actor by) {
        table.begin(username, post, clock.instant());
        audit.record(new AuditEvent(by, "identity.appoint", subject(username), post.toString()));
    }

    /** Ends a post; the person's next request no longer has it. */
    @Transactional
    public void release(String username, Post post, Actor by) {
        table.end(username, post, clock.instant());
        audit.record(new AuditEvent(by, "identity.release", subject(username), post.toString()));
    }

    /** Closes the account; the person's next request is a stranger's. */
    @Transactional
    public void disable(String username, Actor by) {
        table.setOpen(username, false, clock.instant());
        audit.record(new AuditEvent(by, "identity.disable", subject(username), ""));
    }

    /** Opens a closed account again. */
    @Transactional
    public void enable(String username, Actor by) {
        table.setOpen(username, true, clock.instant());
        audit.record(new AuditEvent(by, "identity.enable", subject(username), ""));
    }

    /** The holder of an open account, with the posts held at this moment. */
    public Optional<SignedIn> find(String username) {
        return table.find(username);
    }

    /**
     * The holder of the account with the posts held now, if this is a session of theirs that has not been ended and the
     * account is open.
     */
    public Optional<SignedIn> stillSignedIn(String username, UUID session) {
        return table.find(username, session);
    }

    /**
     * The holder of the account if the password is theirs. An unknown name takes as long as a wrong password, so that
     * the time does not tell which names exist.
     */
    public Optional<SignedIn> authenticate(String username, String password) {
        String hash = table.passwordHash(username).orElse(nobodysHash);
        boolean matches = encoder.matches(password, hash);
        return matches ? table.find(username) : Optional.empty();
    }

    private String hashed(String username, String password) {
        PasswordRule.fault(username, password).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return encoder.encode(password);
    }

    /** Random bytes in the place of a salt and a hash: as slow to compare with as a real one, and no password fits. */
    private static String nobodysHash() {
        byte[] noise = new byte[SALT_AND_HASH_BYTES];
        new SecureRandom().nextBytes(noise);
        return "{" + HASH + "}" + HexFormat.of().formatHex(noise);
    }

    private static String subject(String username) {
        return "account/" + username;
    }
}
