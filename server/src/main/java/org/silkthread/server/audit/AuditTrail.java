package org.silkthread.server.audit;

import java.time.Clock;
import java.util.List;
import org.silkthread.server.audit.store.AuditChain;
import org.silkthread.server.audit.store.AuditChain.Pending;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of what was done. An event is written in the caller's transaction: it is there if and only if the action
 * is. Entries form a chain of hashes, and the database refuses to change or delete one.
 */
@Component
public class AuditTrail {

    private final AuditChain chain;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    AuditTrail(AuditChain chain, Clock clock, PlatformTransactionManager transactions) {
        this.chain = chain;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Records an event. Inside a transaction it is written just before the commit, so that the chain's lock is held for
     * an instant even when the action takes minutes; without one, or inside one that only reads, it is written at once.
     */
    public void record(AuditEvent event) {
        Pending pending = new Pending(event, clock.instant());
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            PendingEvents.ofThisTransaction(chain).add(pending);
        } else {
            ownTransaction.executeWithoutResult(status -> chain.append(List.of(pending)));
        }
    }

    /** Reads the trail from its first entry and computes each hash again. Memory does not grow with its length. */
    public Verification verify() {
        return chain.verify();
    }

    /** What was done to {@code subject}, latest first. */
    public List<AuditEntry> of(String subject) {
        return chain.of(subject);
    }

    /**
     * What the person who signs in as {@code username} did, latest first.
     *
     * @param limit how many entries at most
     */
    public List<AuditEntry> by(String username, int limit) {
        return chain.by(username, limit);
    }

    /**
     * The latest entries of all, latest first.
     *
     * @param limit how many entries at most
     */
    public List<AuditEntry> latest(int limit) {
        return chain.latest(limit);
    }
}
