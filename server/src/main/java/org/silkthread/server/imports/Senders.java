package org.silkthread.server.imports;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * What may be sent of which kind of file. Files about the whole country come from the country's own people. Counts of an
 * indicator and events of a feed come from an organisation's own people, too, for that organisation and no other.
 */
@Component
public class Senders {

    /** How far somebody may send a kind of file. */
    public sealed interface Verdict {

        /** Every row of it. */
        record Everything() implements Verdict {}

        /** Rows of these organisations alone. */
        record OnlyOf(Set<String> organisations) implements Verdict {

            public OnlyOf {
                organisations = Set.copyOf(organisations);
            }
        }

        /**
         * Nothing.
         *
         * @param because in words
         */
        record Refused(String because) implements Verdict {}
    }

    /** What sending a file of a kind is. */
    private static final Map<String, Action> SENDING = Map.of(
            "ods-trusts", Action.SEND_REGISTERS,
            "ods-practices", Action.SEND_REGISTERS,
            "ods-practice-memberships", Action.SEND_REGISTERS,
            "ods-practice-map", Action.SEND_REGISTERS,
            "organisations", Action.SEND_REGISTERS,
            "cquin-contracts", Action.SEND_REGISTERS,
            "nhs-ae-monthly", Action.SEND_PUBLICATIONS,
            "ae-attendances", Action.SEND_PUBLICATIONS,
            "ed-events", Action.SEND_MESSAGES,
            "indicator-values", Action.SEND_COUNTS);

    /** What an organisation's own people may send about it, and it alone. */
    private static final Set<Action> OWN = Set.of(Action.SEND_COUNTS, Action.SEND_MESSAGES);

    /** Kinds that come in on the server itself alone: records of people are no file to send about. */
    private static final Set<String> NOT_SENT =
            Set.of("fhir-records", "referral-events", "patient-answers", "feeds", "dashboards");

    private final Gatekeeper gatekeeper;

    Senders(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** Whether it was decided who sends files of a kind, if anybody. */
    static boolean know(String kind) {
        return SENDING.containsKey(kind) || NOT_SENT.contains(kind);
    }

    /** Whether files of a kind can be sent at all. */
    static boolean canBeSent(String kind) {
        return SENDING.containsKey(kind);
    }

    /** What the caller may send of a kind. */
    public Verdict of(SignedIn caller, String kind) {
        Action action = SENDING.get(kind);
        if (action == null) {
            return new Verdict.Refused("Files of this kind cannot be sent over the network.");
        }
        if (gatekeeper.allows(action, Resource.wholeService())) {
            return new Verdict.Everything();
        }
        Set<String> own = OWN.contains(action) ? organisations(caller, action) : Set.of();
        return own.isEmpty()
                ? new Verdict.Refused("To " + action.words() + " one must be: " + action.whoMay() + ".")
                : new Verdict.OnlyOf(own);
    }

    private Set<String> organisations(SignedIn caller, Action action) {
        return caller.organisations().stream()
                .filter(code -> gatekeeper.allows(action, Resource.ofOrganisation(code)))
                .collect(toUnmodifiableSet());
    }
}
