package org.silkthread.server.persons;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.persons.store.TeamTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Care teams: to be in one, while it looks after a person, is the legitimate relationship of staff. */
@Service
public class CareTeams {

    private final TeamTable table;
    private final AuditTrail audit;
    private final Clock clock;

    CareTeams(TeamTable table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Forms a team, or gives the one of this name that the organisation has.
     *
     * @param labels the privacy labels that the team's work needs
     */
    @Transactional
    public CareTeam form(String organisation, String name, Set<PrivacyLabel> labels, Actor by) {
        return table.find(organisation, name).orElseGet(() -> {
            CareTeam team = new CareTeam(UUID.randomUUID(), organisation, name, labels);
            table.add(team, Persons.nameOf(by), clock.instant());
            audit.record(new AuditEvent(by, "persons.form-team", "team/" + team.id(), "at " + organisation));
            return team;
        });
    }

    /**
     * Puts somebody of the staff into a team.
     *
     * @param until when it ends by itself
     * @return the membership, for ending it
     */
    @Transactional
    public UUID join(CareTeam team, String username, Optional<Instant> until, Actor by) {
        Instant now = clock.instant();
        UUID member = table.join(team.id(), username, now, until, Persons.nameOf(by), now);
        audit.record(new AuditEvent(by, "persons.join-team", "account/" + username, "team/" + team.id()));
        return member;
    }

    /** Ends a membership; the next request no longer has it. */
    @Transactional
    public void leave(UUID member, Actor by) {
        table.leave(member, Persons.nameOf(by), clock.instant());
        audit.record(new AuditEvent(by, "persons.leave-team", "team-member/" + member, ""));
    }

    /**
     * Places a person under the care of a team.
     *
     * @param until when it ends by itself
     * @return the care, for ending it
     */
    @Transactional
    public UUID takeOn(CareTeam team, PersonId person, Optional<Instant> until, Actor by) {
        Instant now = clock.instant();
        UUID care = table.takeOn(team.id(), person, now, until, Persons.nameOf(by), now);
        audit.record(
                new AuditEvent(by, "persons.take-on", person.subject(), team.name() + " at " + team.organisation()));
        return care;
    }

    /** Ends the care of a person by a team; the next request no longer has it. */
    @Transactional
    public void discharge(UUID care, PersonId person, Actor by) {
        table.discharge(care, Persons.nameOf(by), clock.instant());
        audit.record(new AuditEvent(by, "persons.discharge", person.subject(), ""));
    }

    /** Everybody under the care of the teams that somebody is in now. */
    public List<UnderCare> peopleOf(String username) {
        return table.peopleOf(username, clock.instant());
    }

    /** The teams that look after the person of a visit now. */
    public List<CareTeam> lookingAfter(Visit visit) {
        return table.lookingAfter(visit.standing().records(), clock.instant());
    }
}
