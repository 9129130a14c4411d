package org.silkthread.server.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.FactorRemovalTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking away a second factor that its owner lost along with the recovery codes. One administrator asks with a reason,
 * another agrees; neither of them is the owner. Who may be asked is for the caller to check.
 */
@Service
public class FactorRemovals {

    /** A removal that waits for a second person. */
    public record Asked(UUID id, String username, String askedBy, String reason) {}

    private final FactorRemovalTable table;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final Clock clock;

    FactorRemovals(FactorRemovalTable table, SecondFactors factors, AuditTrail audit, Clock clock) {
        this.table = table;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for the removal of somebody's second factor.
     *
     * @throws IllegalArgumentException if it is one's own, or no reason is given
     */
    @Transactional
    public UUID ask(String username, String reason, Actor.Person by) {
        if (by.username().equals(username)) {
            throw new IllegalArgumentException("Nobody removes their own second factor this way");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Give a reason, such as how you made sure who is asking");
        }
        UUID id = UUID.randomUUID();
        table.add(id, username, by.username(), reason.strip(), clock.instant());
        audit.record(new AuditEvent(by, "identity.ask-factor-removal", "account/" + username, reason.strip()));
        return id;
    }

    /** The removals that wait for a second person. */
    public List<Asked> waiting() {
        return table.waiting();
    }

    /**
     * Agrees to a removal, which removes the factor, or declines it.
     *
     * @throws IllegalArgumentException if it is decided already, or by the one who asked, or by the owner
     */
    @Transactional
    public void decide(UUID id, boolean agreed, Actor.Person by) {
        Optional<Asked> found = table.waiting(id);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("This removal is decided already");
        }
        Asked asked = found.get();
        if (by.username().equals(asked.askedBy()) || by.username().equals(asked.username())) {
            throw new IllegalArgumentException("Another administrator decides about this removal");
        }
        if (!table.decide(id, agreed, by.username(), clock.instant())) {
            throw new IllegalArgumentException("This removal is decided already");
        }
        audit.record(new AuditEvent(
                by, "identity.decide-factor-removal", "account/" + asked.username(), agreed ? "agreed" : "declined"));
        if (agreed) {
            factors.remove(asked.username(), by);
        }
    }
}
