package org.silkthread.server.persons;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.store.GlassTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening a record in an emergency, and looking into it afterwards. */
@Service
public class Emergencies {

    /** After this a record closes again by itself; a longer emergency needs another reason. */
    public static final Duration LASTS = Duration.ofHours(4);

    private static final String COUNTRY = "ENG";

    private final GlassTable table;
    private final Gatekeeper gate;
    private final AuditTrail audit;
    private final Clock clock;

    Emergencies(GlassTable table, Gatekeeper gate, AuditTrail audit, Clock clock) {
        this.table = table;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of asking for a record in an emergency. */
    public sealed interface Opening {}

    /** It is open for a while. */
    public record Opened(BrokenGlass glass) implements Opening {}

    /** The person locked it against everybody, and that holds in an emergency too. */
    public record Locked() implements Opening {}

    /**
     * Opens a record for whoever makes this request.
     *
     * @param organisation the code of the organisation where they are at work
     * @param words why, in their own words; not blank
     * @throws org.springframework.security.access.AccessDeniedException if they are no clinician there
     */
    @Transactional
    public Opening open(Standing standing, String organisation, EmergencyReason reason, String words) {
        SignedIn by = gate.require(Action.BREAK_GLASS, Resource.ofOrganisation(organisation));
        Actor.Person actor = new Actor.Person(by.username(), by.name(), Role.CLINICIAN.label(), organisation);
        if (standing.locked()) {
            audit.record(new AuditEvent(
                    actor, "persons.refused", standing.person().subject(), "Asked to " + Action.BREAK_GLASS.words()));
            return new Locked();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BrokenGlass glass = new BrokenGlass(
                UUID.randomUUID(),
                standing.person(),
                by.username(),
                by.name(),
                Role.CLINICIAN.label(),
                organisation,
                reason,
                words.strip(),
                now,
                now.plus(LASTS),
                Optional.empty());
        table.add(glass);
        audit.record(new AuditEvent(
                actor,
                "persons.break-glass",
                standing.person().subject(),
                "For " + LASTS.toHours() + " hours." + AccessNotes.BECAUSE + reason.words() + ": " + glass.words()));
        return new Opened(glass);
    }

    /** Those that a privacy officer answers for, latest first. */
    public List<BrokenGlass> queue(SignedIn officer) {
        List<String> organisations =
                officer.organisations(Role.PRIVACY_OFFICER).stream().sorted().toList();
        return organisations.contains(COUNTRY) ? table.everywhere() : table.at(organisations);
    }

    /** What came of a review. */
    public enum Reviewed {
        RECORDED,
        OWN_ACCESS,
        REVIEWED_ALREADY
    }

    /** One that this request's officer may look into. */
    public Optional<BrokenGlass> find(UUID id) {
        return table.find(id)
                .filter(glass ->
                        gate.allows(Action.REVIEW_BROKEN_GLASS, Resource.ofOrganisation(glass.organisation())));
    }

    /**
     * Records what an officer made of an emergency access; nobody reviews their own.
     *
     * @throws org.springframework.security.access.AccessDeniedException if it is not theirs to review
     */
    @Transactional
    public Reviewed review(BrokenGlass glass, BrokenGlass.Outcome outcome, String words) {
        SignedIn by = gate.require(Action.REVIEW_BROKEN_GLASS, Resource.ofOrganisation(glass.organisation()));
        Actor.Person actor =
                new Actor.Person(by.username(), by.name(), Role.PRIVACY_OFFICER.label(), glass.organisation());
        if (by.username().equals(glass.username())) {
            audit.record(new AuditEvent(
                    actor, "persons.refused", glass.person().subject(), "Asked to review their own emergency access"));
            return Reviewed.OWN_ACCESS;
        }
        BrokenGlass.Review review =
                new BrokenGlass.Review(outcome, words.strip(), by.username(), by.name(), clock.instant());
        if (!table.review(glass.id(), review)) {
            return Reviewed.REVIEWED_ALREADY;
        }
        audit.record(new AuditEvent(
                actor,
                "persons.review",
                glass.person().subject(),
                outcome.words() + AccessNotes.BECAUSE + words.strip()));
        return Reviewed.RECORDED;
    }
}
