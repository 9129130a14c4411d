package org.silkthread.server.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.publication.StepRefused.Reason;
import org.silkthread.server.publication.store.StepTable;
import org.springframework.stereotype.Component;

/**
 * Takes steps, one at a time for each publication, whatever they are: a step that was taken already by the same person
 * is not taken twice, one on something that changed meanwhile is refused, and taken or refused it is in the audit trail.
 * Called inside the transaction of the step.
 */
@Component
class StepBook {

    private final StepTable table;
    private final Cuts cuts;
    private final AuditTrail audit;
    private final Clock clock;

    StepBook(StepTable table, Cuts cuts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.cuts = cuts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The steps so far, oldest first; nobody else takes one until this transaction ends. */
    List<Step> locked(PublicationId id) {
        table.lock(id);
        return table.steps(id);
    }

    <P extends Publication> P take(PublicationId id, int seen, Step step, Class<P> reached) {
        List<Step> steps = locked(id);
        if (steps.size() > seen && steps.get(seen).repeats(step)) {
            return reached.cast(Publication.replay(id, steps.subList(0, seen + 1)));
        }
        requireSeen(id, seen, steps, name(step), step.by());
        return append(id, steps, step, reached);
    }

    <P extends Publication> P append(PublicationId id, List<Step> steps, Step step, Class<P> reached) {
        Publication after;
        try {
            after = Publication.replay(id, steps).after(step);
        } catch (StepRefused refusal) {
            throw refused(id, step, refusal);
        }
        table.append(id, steps.size() + 1, step);
        record(id, step);
        return reached.cast(after);
    }

    void requireSeen(PublicationId id, int seen, List<Step> steps, String attempt, Actor.Person by) {
        if (seen == steps.size()) {
            return;
        }
        Step latest = steps.getLast();
        throw refused(
                id,
                by,
                attempt,
                Reason.CHANGED_MEANWHILE,
                latest.by().name() + " changed ‘"
                        + Publication.replay(id, steps).title()
                        + "’ after you opened the page. Nothing you sent has been saved. Look at it as it is now.");
    }

    /** Refuses an attempt for which an attack found words. */
    void requireSafe(Optional<String> refusal, PublicationId id, String attempt, Actor.Person by) {
        refusal.ifPresent(words -> {
            throw refused(id, by, attempt, Reason.WOULD_REVEAL, words);
        });
    }

    FrozenCut cut(String title, Collection<FigureId> figures, Actor.Person by) {
        Cut cut = cuts.freeze(title, figures, by);
        return new FrozenCut(cut.id(), cut.sha256());
    }

    static boolean samePerson(Step step, Actor.Person person) {
        return step.by().username().equals(person.username());
    }

    static String requireWords(String words, String what) {
        if (words.isBlank()) {
            throw new StepRefused(Reason.WORDS_MISSING, "Enter " + what + ".");
        }
        return words.strip();
    }

    /** A refused attempt is itself worth knowing about. Nothing else has been written when this is called. */
    StepRefused refused(PublicationId id, Actor.Person by, String attempt, Reason reason, String words) {
        audit.record(new AuditEvent(by, "publication.refused." + attempt, id.code(), reason + ": " + words));
        return new StepRefused(reason, words);
    }

    private StepRefused refused(PublicationId id, Step attempt, StepRefused refusal) {
        return refused(id, attempt.by(), name(attempt), refusal.reason(), refusal.words());
    }

    void record(PublicationId id, Step step) {
        audit.record(new AuditEvent(step.by(), "publication." + name(step), id.code(), step.detail()));
    }

    private static String name(Step step) {
        return StepTable.name(step);
    }

    /** Databases keep microseconds; a finer instant would not come back equal. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
