package org.silkthread.server.directory.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.directory.Location;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.RelationshipKind;

/** One thing that a row of a file says. */
public sealed interface Fact {

    /** How much the row knows about the organisation. The order is the order of trust. */
    enum Standing {
        /** It only uses the code. */
        MENTIONED,
        /** It names the organisation in passing. */
        NAMED,
        /** The file is the register of this kind of organisation. */
        REGISTERED
    }

    /** How a file speaks of relationships. */
    enum Basis {
        /** It lists them with their days; each is a statement of its own. */
        HISTORY,
        /** It gives them as they are; together they replace what the same source said before. */
        SNAPSHOT
    }

    /**
     * That an organisation exists and what it is.
     *
     * @param subject whether the row is about it; such an organisation comes once in a file
     * @param namedOn the day for which the source gives the name; empty when it gives no day
     */
    record Existence(
            String code,
            String type,
            OrganisationStatus status,
            Standing standing,
            boolean subject,
            Optional<String> name,
            Optional<LocalDate> namedOn,
            Details details)
            implements Fact {

        /** An organisation of which the row only has the code. */
        public static Existence mentioned(String code, String type) {
            return new Existence(
                    code,
                    type,
                    OrganisationStatus.PROVISIONAL,
                    Standing.MENTIONED,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Details.NONE);
        }

        /** An organisation that the row names in passing, as at a day. */
        public static Existence named(String code, String type, String name, Optional<LocalDate> namedOn) {
            return new Existence(
                    code,
                    type,
                    OrganisationStatus.ACTIVE,
                    Standing.NAMED,
                    false,
                    Optional.of(name),
                    namedOn,
                    Details.NONE);
        }
    }

    /** What a register knows beyond name and type. */
    record Details(
            Optional<String> postcode,
            List<String> address,
            Optional<String> telephone,
            Optional<LocalDate> opened,
            Optional<LocalDate> closed,
            Optional<Location> location) {

        /** Nothing. */
        public static final Details NONE = new Details(
                Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Only a postcode. */
        public static Details at(Optional<String> postcode) {
            return new Details(
                    postcode, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * That one organisation stands directly below another.
     *
     * @param from the first day, or for a snapshot the day of it; empty when the source does not say
     * @param to the last day; empty when it has not come
     */
    record Relationship(
            String child,
            String parent,
            RelationshipKind kind,
            Basis basis,
            Optional<LocalDate> from,
            Optional<LocalDate> to)
            implements Fact {

        /** A relationship as it is, on a day if the source gives one. */
        public static Relationship snapshot(
                String child, String parent, RelationshipKind kind, Optional<LocalDate> on) {
            return new Relationship(child, parent, kind, Basis.SNAPSHOT, on, Optional.empty());
        }
    }

    /** That an organisation runs a service line. */
    record Service(String organisation, String serviceLine, Optional<LocalDate> from, Optional<LocalDate> to)
            implements Fact {}

    /** That one organisation took over from another. */
    record Succession(String predecessor, String successor, Optional<LocalDate> on) implements Fact {}
}
