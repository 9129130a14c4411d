package org.silkthread.server.access;

import java.util.Set;

/** What something is done to. */
public sealed interface Resource {

    /** The service as a whole, or something that belongs to no organisation and to no person. */
    record WholeService() implements Resource {}

    /**
     * Something that belongs to an organisation.
     *
     * @param organisation its code; {@code ENG} for what belongs to the country
     */
    record OfOrganisation(String organisation) implements Resource {

        public OfOrganisation {
            if (organisation.isBlank()) {
                throw new IllegalArgumentException("What belongs to an organisation names it by its code");
            }
        }
    }

    /**
     * A part of a person's record.
     *
     * @param person the record's own id, never an NHS number
     * @param category the kind of entry, such as {@code test-results}; empty for the record as a whole
     * @param labels what the part is marked with, such as {@code sexual-health} or {@code hidden}
     * @param locked whether the person, able to decide, has locked the whole record
     */
    record OfPerson(String person, String category, Set<String> labels, boolean locked) implements Resource {

        public OfPerson {
            labels = Set.copyOf(labels);
        }

        /** A record as a whole, without any of its entries. */
        public static OfPerson whole(String person, boolean locked) {
            return new OfPerson(person, "", Set.of(), locked);
        }
    }

    /** What belongs to nobody. */
    static Resource wholeService() {
        return new WholeService();
    }

    static Resource ofOrganisation(String code) {
        return new OfOrganisation(code);
    }
}
