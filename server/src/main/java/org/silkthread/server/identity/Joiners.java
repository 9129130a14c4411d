package org.silkthread.server.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.silkthread.server.audit.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who are new: an account, its first post, and a link with which they choose their own password. */
@Service
public class Joiners {

    /** Of a password that nobody ever learns. */
    private static final int PASSWORD_BYTES = 48;

    private final Accounts accounts;
    private final Invitations invitations;
    private final SecureRandom random = new SecureRandom();

    Joiners(Accounts accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /**
     * Opens an account that nobody can sign in to before its link is used.
     *
     * @throws IllegalArgumentException if there is an account of this name already; the message says so
     */
    @Transactional
    public Invitations.Link invite(String username, String name, Post post, Actor.Person by) {
        byte[] secret = new byte[PASSWORD_BYTES];
        random.nextBytes(secret);
        accounts.create(username, name, Base64.getEncoder().encodeToString(secret), Set.of(post), by);
        return invitations.make(username, by);
    }
}
