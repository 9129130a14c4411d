package org.silkthread.cli.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.TotpSecret;

/**
 * The accounts of the demonstration. Their passwords and the secrets of their authenticator apps are made anew at every
 * start and kept only hashed and encrypted.
 */
public final class DemoAccounts {

    /**
     * Somebody who can sign in.
     *
     * @param persona who this is in the demonstration's story
     * @param role the name of the role; {@code PATIENT} for somebody who holds no post
     * @param totpSecret what an authenticator app needs to show their codes, in Base32
     */
    public record Account(
            String persona, String role, String organisation, String username, String password, String totpSecret) {}

    private static final int PASSWORD_BYTES = 15;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SecureRandom random = new SecureRandom();

    /** The accounts of an installation. */
    public DemoAccounts(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    /** Opens the accounts, or gives those that are there new passwords and secrets. */
    public List<Account> renew() {
        Actor demonstration = new Actor.SystemJob("silk demo");
        List<Account> renewed = new ArrayList<>();
        for (DemoPeople.Person person : DemoPeople.all()) {
            String password = password();
            if (accounts.exists(person.username())) {
                accounts.setPassword(person.username(), password, demonstration);
            } else {
                accounts.create(person.username(), person.name(), password, person.posts(), demonstration);
            }
            TotpSecret secret = TotpSecret.random();
            factors.setUp(person.username(), secret, demonstration);
            renewed.add(new Account(
                    person.name() + ", " + person.story(),
                    person.role().map(Role::name).orElse("PATIENT"),
                    person.organisation(),
                    person.username(),
                    password,
                    secret.text()));
        }
        return renewed;
    }

    private String password() {
        byte[] secret = new byte[PASSWORD_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
