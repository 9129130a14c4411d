package org.silkthread.server.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.audit.store.AuditChain;
import org.silkthread.server.audit.store.AuditChain.Pending;
import org.silkthread.server.audit.store.SealTable;
import org.silkthread.server.keys.SigningKey;
import org.silkthread.server.keys.SigningKeys;
import org.silkthread.server.keys.SigningUse;
import org.springframework.beans.factory.ObjectProvider;
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
    private final SealTable seals;
    private final SigningKey key;
    private final Clock clock;
    private final ObjectProvider<ActingBy> actingBy;
    private final SharedCommits sharedCommits;

    AuditTrail(
            AuditChain chain,
            SealTable seals,
            SigningKeys keys,
            Clock clock,
            ObjectProvider<ActingBy> actingBy,
            PlatformTransactionManager transactions) {
        this.chain = chain;
        this.seals = seals;
        this.key = keys.of(SigningUse.AUDIT);
        this.clock = clock;
        this.actingBy = actingBy;
        TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.sharedCommits =
                new SharedCommits(events -> ownTransaction.executeWithoutResult(status -> chain.append(events)));
    }

    /**
     * Records an event. Inside a transaction it is written just before the commit, so that the chain's lock is held for
     * an instant even when the action takes minutes; without one, or inside one that only reads, it is on disk when this
     * returns, together with what others recorded in the meantime.
     */
    public void record(AuditEvent event) {
        Pending pending = new Pending(withMeans(event), clock.instant());
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            PendingEvents.ofThisTransaction(chain).add(pending);
        } else {
            sharedCommits.write(pending);
        }
    }

    private AuditEvent withMeans(AuditEvent event) {
        if (!(event.actor() instanceof Actor.Person)) {
            return event;
        }
        String detail = Stream.concat(
                        Stream.of(event.detail()).filter(words -> !words.isEmpty()),
                        actingBy.stream().flatMap(means -> means.words().stream()))
                .collect(Collectors.joining(", "));
        return new AuditEvent(event.actor(), event.action(), event.subject(), detail);
    }

    /**
     * Reads the trail from its first entry, computes each hash again and compares it with the seals. Memory does not grow
     * with its length.
     */
    public Verification verify() {
        return verify(List.of());
    }

    /**
     * The same, with seals that were kept elsewhere beside those in the database.
     *
     * @param elsewhere seals from a file that whoever runs this installation could not change
     */
    public Verification verify(List<Seal> elsewhere) {
        SealInspection inspection = new SealInspection(key);
        inspection.add(elsewhere, "in the file");
        inspection.add(seals.all(), "in the database");
        Optional<Verification.Broken> fault = inspection.fault();
        // What is wrong with an entry says more than what is wrong with a seal.
        return switch (chain.verify(inspection.inOrder())) {
            case Verification.Broken broken when broken.fault() != Fault.CUT_OFF || fault.isEmpty() -> broken;
            case Verification found -> fault.<Verification>map(broken -> broken).orElse(found);
        };
    }

    /** What was done to or with what belongs to a person, latest first. */
    public List<AuditEntry> about(String person, int limit) {
        return chain.about(person, limit);
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
