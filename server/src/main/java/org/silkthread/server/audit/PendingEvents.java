package org.silkthread.server.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.server.audit.store.AuditChain;
import org.silkthread.server.audit.store.AuditChain.Pending;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The events of one transaction, kept until just before its commit and forgotten when it is rolled back. */
final class PendingEvents implements TransactionSynchronization, Ordered {

    private final AuditChain chain;
    private final List<Pending> events = new ArrayList<>();
    private final Map<Object, Integer> sizeAtSavepoint = new HashMap<>();
    private boolean written;

    private PendingEvents(AuditChain chain) {
        this.chain = chain;
    }

    static PendingEvents ofThisTransaction(AuditChain chain) {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingEvents pending && pending.chain == chain) {
                return pending;
            }
        }
        PendingEvents pending = new PendingEvents(chain);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(Pending event) {
        if (written) {
            // Something else that runs just before the commit has more to say.
            chain.append(List.of(event));
        } else {
            events.add(event);
        }
    }

    /** Last of all, so that what the others do before the commit is still gathered. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void savepoint(Object savepoint) {
        sizeAtSavepoint.put(savepoint, events.size());
    }

    /** A savepoint from before the first event is not known here, and then no event outlives it. */
    @Override
    public void savepointRollback(Object savepoint) {
        int keep = sizeAtSavepoint.getOrDefault(savepoint, 0);
        events.subList(Math.min(keep, events.size()), events.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        chain.append(List.copyOf(events));
        written = true;
    }
}
