package org.silkthread.cli.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;

/** The accounts of the demonstration. Their passwords are made anew at every start and kept only as hashes. */
public final class DemoAccounts {

    /**
     * Somebody who can sign in.
     *
     * @param persona who this is in the demonstration's story
     */
    public record Account(String persona, Role role, String organisation, String username, String password) {}

    private static final int PASSWORD_BYTES = 15;

    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    /** The accounts of an installation. */
    public DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Opens the accounts, or gives those that are there new passwords. */
    public List<Account> renew() {
        Actor demonstration = new Actor.SystemJob("silk demo");
        List<Account> renewed = new ArrayList<>();
        for (DemoPeople.Person person : DemoPeople.all()) {
            String password = password();
            if (accounts.exists(person.username())) {
                accounts.setPassword(person.username(), password, demonstration);
            } else {
                Set<Post> posts = Set.of(new Post(person.role(), person.organisation()));
                accounts.create(person.username(), person.name(), password, posts, demonstration);
            }
            renewed.add(new Account(
                    person.name() + ", " + person.story(),
                    person.role(),
                    person.organisation(),
                    person.username(),
                    password));
        }
        return renewed;
    }

    private String password() {
        byte[] secret = new byte[PASSWORD_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
