package org.silkthread.server.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.AppointmentTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which post where and for how long: joiners, movers and leavers, with their history. */
@Service
public class Appointments {

    private final AppointmentTable table;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    Appointments(AppointmentTable table, Accounts accounts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every post that is or was held at an organisation, the newest first. */
    public List<Appointment> at(String organisation) {
        return table.at(organisation);
    }

    /** Every post that somebody holds or held, the newest first. */
    public List<Appointment> of(UUID person) {
        return table.of(person);
    }

    /** The holder of an open account, with the posts held at this moment. */
    public Optional<SignedIn> find(UUID person) {
        return table.username(person).flatMap(accounts::find);
    }

    /** The name people know somebody by, also when their account is closed. */
    public Optional<String> name(UUID person) {
        return table.name(person);
    }

    /**
     * Gives somebody a post, from now on.
     *
     * @param until when it ends by itself; after now
     * @throws IllegalArgumentException if there is no open account of this name, the end is past, or they hold the post
     *     already; the message says so in words for whoever asked
     */
    @Transactional
    public void appoint(String username, Post post, Optional<Instant> until, Actor by) {
        Instant now = clock.instant();
        if (accounts.find(username).isEmpty()) {
            throw new IllegalArgumentException("There is no open account with this username");
        }
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw new IllegalArgumentException("The last day must be in the future");
        }
        if (!table.begin(username, post, now, until)) {
            throw new IllegalArgumentException("They hold this post already");
        }
        audit.record(new AuditEvent(
                by,
                "identity.appoint",
                "account/" + username,
                post + until.map(end -> " until " + end).orElse("")));
    }

    /** Ends a post; the person's next request no longer has it. */
    public void release(UUID person, Post post, Actor by) {
        table.username(person).ifPresent(username -> accounts.release(username, post, by));
    }
}
