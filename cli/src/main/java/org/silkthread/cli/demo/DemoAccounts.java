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

/** The people of the demonstration. Their passwords are made anew at every start and kept only as hashes. */
public final class DemoAccounts {

    /**
     * Somebody who can sign in.
     *
     * @param persona who this is in the demonstration's story
     */
    public record Account(String persona, Role role, String organisation, String username, String password) {}

    private record Persona(String name, String story, Role role, String organisation, String username) {}

    private static final int PASSWORD_BYTES = 15;

    private static final List<Persona> PEOPLE = List.of(
            new Persona(
                    "Helen Marsh",
                    "quality lead of the hospital that improves",
                    Role.QUALITY_LEAD,
                    "DZB",
                    "helen.marsh"),
            new Persona(
                    "Kofi Osei",
                    "chief executive of the hospital that improves",
                    Role.ACCOUNTABLE_OFFICER,
                    "DZB",
                    "kofi.osei"),
            new Persona("Ruth Amory", "quality lead of the outlier", Role.QUALITY_LEAD, "DZF", "ruth.amory"),
            new Persona(
                    "Daniel Price", "chief executive of the outlier", Role.ACCOUNTABLE_OFFICER, "DZF", "daniel.price"),
            new Persona(
                    "Mina Patel", "quality lead of the independent hospital", Role.QUALITY_LEAD, "DZN", "mina.patel"),
            new Persona(
                    "Owen Hart",
                    "chief executive of the independent hospital",
                    Role.ACCOUNTABLE_OFFICER,
                    "DZN",
                    "owen.hart"),
            new Persona("Joan Tully", "commissioner in Fennel and Tyne", Role.COMMISSIONER, "DQ1", "joan.tully"),
            new Persona(
                    "Idris Vaughan", "commissioner in Eastermere and Moor", Role.COMMISSIONER, "DQ3", "idris.vaughan"),
            new Persona("Sofia Lind", "regulator's analyst", Role.REGULATOR, "ENG", "sofia.lind"),
            new Persona("Peter Quill", "regulator's reviewer", Role.REGULATOR, "ENG", "peter.quill"),
            new Persona("Asha Rao", "observatory analyst", Role.ANALYST, "ENG", "asha.rao"),
            new Persona("Leo Brandt", "national quality team", Role.NATIONAL, "ENG", "leo.brandt"));

    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    public DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Opens the accounts, or gives those that are there new passwords. */
    public List<Account> renew() {
        Actor demonstration = new Actor.SystemJob("silk demo");
        List<Account> renewed = new ArrayList<>();
        for (Persona person : PEOPLE) {
            String password = password();
            if (accounts.exists(person.username())) {
                accounts.setPassword(person.username(), password, demonstration);
            } else {
                accounts.create(
                        person.username(),
                        person.name(),
                        password,
                        Set.of(new Post(person.role(), person.organisation())),
                        demonstration);
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
