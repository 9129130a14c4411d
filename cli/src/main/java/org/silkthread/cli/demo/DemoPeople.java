package org.silkthread.cli.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;

/** The invented people of the demonstration: two at every provider that publishes, and those who look at them. */
final class DemoPeople {

    /**
     * A person with an account.
     *
     * @param story who this is in the demonstration's story
     * @param role empty for somebody who holds no post and has a health record
     */
    record Person(String name, String story, Optional<Role> role, String organisation) {

        Person(String name, String story, Role role, String organisation) {
            this(name, story, Optional.of(role), organisation);
        }

        String username() {
            return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
        }

        Actor.Person actor() {
            return new Actor.Person(username(), name, role.map(Role::label).orElse(""), organisation);
        }

        Set<Post> posts() {
            return role.map(held -> Set.of(new Post(held, organisation))).orElse(Set.of());
        }
    }

    private static final List<Person> PROVIDERS = List.of(
            lead("Helen Marsh", "quality lead of the hospital that improves", "DZB"),
            officer("Kofi Osei", "chief executive of the hospital that improves", "DZB"),
            lead("Ruth Amory", "quality lead of the outlier, whose account waits for a signature", "DZF"),
            officer("Daniel Price", "chief executive of the outlier", "DZF"),
            lead("Mina Patel", "quality lead of the independent hospital", "DZN"),
            officer("Owen Hart", "chief executive of the independent hospital", "DZN"),
            lead("Grace Adeyemi", "quality lead of the late reporter, whose account is a draft with gaps", "DZH"),
            officer("Martin Coe", "chief executive of the late reporter", "DZH"),
            lead("Lucy Fenn", "quality lead", "DZA"),
            officer("Arthur Bell", "chief executive", "DZA"),
            lead("Priya Nair", "quality lead", "DZC"),
            officer("Tom Wade", "chief executive", "DZC"),
            lead("Eleni Kosta", "quality lead", "DZD"),
            officer("James Orr", "chief executive", "DZD"),
            lead("Farah Aziz", "quality lead", "DZE"),
            officer("Clare Holm", "chief executive", "DZE"),
            lead("Ben Okafor", "quality lead", "DZG"),
            officer("Susan Lyle", "chief executive", "DZG"),
            lead("Hana Sato", "quality lead", "DZJ"),
            officer("Victor Penn", "chief executive", "DZJ"),
            lead("Nadia Roy", "quality lead", "DZK"),
            officer("Giles Thorn", "chief executive", "DZK"),
            lead("Ewan Muir", "quality lead", "DZL"),
            officer("Beth Carew", "chief executive", "DZL"));

    private static final List<Person> OTHERS = List.of(
            new Person("Joan Tully", "commissioner in Fennel and Tyne", Role.COMMISSIONER, "DQ1"),
            new Person("Idris Vaughan", "commissioner in Eastermere and Moor", Role.COMMISSIONER, "DQ3"),
            new Person("Sofia Lind", "regulator's analyst", Role.REGULATOR, "ENG"),
            new Person("Peter Quill", "regulator's reviewer", Role.REGULATOR, "ENG"),
            new Person("Asha Rao", "observatory analyst", Role.ANALYST, "ENG"),
            new Person("Leo Brandt", "national quality team", Role.NATIONAL, "ENG"),
            new Person("Tom Reed", "diabetes nurse", Role.CLINICIAN, DemoPatients.HOSPITAL),
            new Person("Kim West", "nurse of the sexual health clinic", Role.CLINICIAN, DemoPatients.HOSPITAL),
            new Person("Nora Bell", "general practitioner", Role.CLINICIAN, DemoPatients.PRACTICE),
            new Person("Olive Grant", "privacy officer of the hospital", Role.PRIVACY_OFFICER, DemoPatients.HOSPITAL),
            new Person(
                    "Amara Obi",
                    "access administrator of the hospital",
                    Role.ACCESS_ADMINISTRATOR,
                    DemoPatients.HOSPITAL),
            new Person(
                    "Neil Frost",
                    "second access administrator of the hospital",
                    Role.ACCESS_ADMINISTRATOR,
                    DemoPatients.HOSPITAL),
            new Person("Iqra Malik", "looks after the hospital's feeds", Role.OPERATOR, DemoPatients.HOSPITAL),
            patient("John Smith", "patient whose daughter helps him"),
            patient("Ann Price", "patient who helps her father John Smith"),
            patient("Leila Haddad", "patient with diabetes and a private entry"));

    private DemoPeople() {}

    static List<Person> all() {
        return Stream.concat(PROVIDERS.stream(), OTHERS.stream()).toList();
    }

    /** The holder of a role at an organisation. */
    static Person holder(Role role, String organisation) {
        return all().stream()
                .filter(person -> person.role().equals(Optional.of(role))
                        && person.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody is " + role + " at " + organisation));
    }

    /** The regulator's two people: one records a verdict, the other confirms it. */
    static List<Person> regulators() {
        return OTHERS.stream()
                .filter(person -> person.role().equals(Optional.of(Role.REGULATOR)))
                .toList();
    }

    private static Person patient(String name, String story) {
        return new Person(name, story, Optional.empty(), "");
    }

    private static Person lead(String name, String story, String organisation) {
        return new Person(name, story, Role.QUALITY_LEAD, organisation);
    }

    private static Person officer(String name, String story, String organisation) {
        return new Person(name, story, Role.ACCOUNTABLE_OFFICER, organisation);
    }
}
