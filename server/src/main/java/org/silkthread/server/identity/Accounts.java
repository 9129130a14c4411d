package org.silkthread.server.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.AccountTable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people who sign in: who they are, whether they may, and which posts they hold. */
@Service
public class Accounts {

    /** Length is what makes a password strong; nothing else is asked of one. */
    public static final int SHORTEST_PASSWORD = 12;

    private final AccountTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodysHash = encoder.encode("the password of nobody at all");

    Accounts(AccountTable table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @param username lower-case letters, digits, dots, hyphens and underscores
     * @throws IllegalArgumentException if the name is taken or the password is shorter than
     *     {@value #SHORTEST_PASSWORD} characters
     */
    @Transactional
    public void create(String username, String name, String password, Set<Post> posts, Actor by) {
        if (table.exists(username)) {
            throw new IllegalArgumentException("There is an account '" + username + "' already");
        }
        String hash = hashed(password);
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

    /** Gives the account a new password; the old one no longer works. */
    @Transactional
    public void setPassword(String username, String password, Actor by) {
        table.addCredential(username, hashed(password), clock.instant());
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
     * The holder of the account if the password is theirs. An unknown name takes as long as a wrong password, so that
     * the time does not tell which names exist.
     */
    public Optional<SignedIn> authenticate(String username, String password) {
        String hash = table.passwordHash(username).orElse(nobodysHash);
        boolean matches = encoder.matches(password, hash);
        return matches ? table.find(username) : Optional.empty();
    }

    private String hashed(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password has at least " + SHORTEST_PASSWORD + " characters. Any characters will do.");
        }
        return encoder.encode(password);
    }

    private static String subject(String username) {
        return "account/" + username;
    }
}
