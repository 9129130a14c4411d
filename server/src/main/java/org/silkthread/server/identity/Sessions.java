package org.silkthread.server.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.SessionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in. An ended session counts from its next request on, on whatever server that comes in. */
@Service
public class Sessions {

    /**
     * A session that has not been ended. It may have run out by itself.
     *
     * @param methods how the person proved who they are, in words
     * @param device what it was begun on, such as 'Firefox on Windows'
     */
    public record Open(UUID id, Instant begun, String methods, String device) {}

    /** What is told of a session when it begins. */
    public record Beginning(String username, Instant provenAt, String methods, String device, byte[] cookieHash) {}

    private final SessionTable table;
    private final AuditTrail audit;
    private final Clock clock;

    Sessions(SessionTable table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a session and records the sign-in; empty if the password was changed since the person proved who they are.
     */
    @Transactional
    public Optional<UUID> begin(Beginning beginning, Actor person) {
        table.lock(beginning.username());
        if (table.passwordSetAfter(beginning.username(), beginning.provenAt())) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        table.add(
                id,
                beginning.username(),
                clock.instant(),
                beginning.methods(),
                beginning.device(),
                beginning.cookieHash());
        audit.record(
                new AuditEvent(person, "identity.sign-in", "account/" + beginning.username(), beginning.methods()));
        return Optional.of(id);
    }

    /** The sessions of a person that have begun after a moment and have not been ended, newest first. */
    public List<Open> of(String username, Instant begunAfter) {
        return table.open(username, begunAfter);
    }

    /**
     * Ends one session of a person; nothing happens if it is not theirs or has ended.
     *
     * @param reason why, such as {@code sign-out}
     */
    @Transactional
    public void end(String username, UUID session, String reason, Actor by) {
        if (table.end(username, session, reason, clock.instant())) {
            audit.record(new AuditEvent(by, "identity.end-session", "account/" + username, reason));
        }
    }

    /** Ends all sessions of a person, but for the one to keep if there is one. */
    @Transactional
    public int endAll(String username, Optional<UUID> but, String reason, Actor by) {
        int ended = table.endAll(username, but, reason, clock.instant());
        if (ended > 0) {
            audit.record(new AuditEvent(by, "identity.end-sessions", "account/" + username, reason));
        }
        return ended;
    }

    /** Whose session had the cookie with this hash, if it began after a moment; it may be over. */
    public Optional<String> formerHolder(byte[] cookieHash, Instant begunAfter) {
        return table.holder(cookieHash, begunAfter);
    }
}
