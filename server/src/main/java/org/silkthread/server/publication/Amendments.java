package org.silkthread.server.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.publication.StepRefused.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a publication after it is public: correct it, by two people as it was signed by two, or withdraw
 * it. What was published is never rewritten. The same promises hold as for {@link Publications}.
 */
@Component
@Transactional(noRollbackFor = StepRefused.class)
public class Amendments {

    private final StepBook book;
    private final Attacks attacks;
    private final List<PublishedTogether> together;

    Amendments(StepBook book, Attacks attacks, ObjectProvider<PublishedTogether> together) {
        this.book = book;
        this.attacks = attacks;
        this.together = together.orderedStream().toList();
    }

    /**
     * Proposes a correction. Readers see nothing of it until somebody else has signed it.
     *
     * @param about the section's key, or the code of the figure
     * @param words what is right
     * @param reason why it was wrong
     * @param figures the figures whose present values will stand beside the signed ones; they are frozen now. Empty when
     *     only words are wrong
     * @throws StepRefused if it is not public, another correction waits, or a hidden count could be worked out
     */
    public Correcting propose(
            PublicationId id,
            int seen,
            String about,
            String words,
            String reason,
            List<FigureId> figures,
            Actor.Person by) {
        boolean first = book.locked(id).size() == seen;
        String right = StepBook.requireWords(words, "the correction");
        String wrong = StepBook.requireWords(reason, "the reason");
        Optional<FrozenCut> cut = Optional.empty();
        if (!figures.isEmpty() && first) {
            book.requireSafe(attacks.refusal(id, figures, "propose", by), id, "propose", by);
            cut = Optional.of(book.cut("Correction of " + id.code(), figures, by));
        }
        return book.take(id, seen, new Step.Propose(about, right, wrong, cut, by, book.now()), Correcting.class);
    }

    /**
     * Signs the correction that waits. From this instant it stands beside what was published.
     *
     * @throws StepRefused if none waits, a hidden count could be worked out by now, or the signatory wrote it
     */
    public Corrected sign(PublicationId id, int seen, Actor.Person by) {
        List<Step> steps = book.locked(id);
        Optional<Corrected> done = taken(id, seen, steps, by);
        if (done.isPresent()) {
            return done.get();
        }
        Publication publication = Publication.replay(id, steps);
        if (!(publication instanceof Correcting waiting)) {
            throw book.refused(
                    id,
                    by,
                    "correct",
                    Reason.OUT_OF_ORDER,
                    "‘" + publication.title() + "’ " + publication.condition()
                            + ". No correction waits for a signature.");
        }
        book.requireSeen(id, seen, steps, "correct", by);
        waiting.proposal()
                .figures()
                .ifPresent(cut -> book.requireSafe(attacks.refusal(id, cut, "correct", by), id, "correct", by));
        return book.append(id, steps, Step.Correct.signing(waiting.proposal(), by, book.now()), Corrected.class);
    }

    /** The outcome of the signature that this person already gave from the version they saw. */
    private static Optional<Corrected> taken(PublicationId id, int seen, List<Step> steps, Actor.Person by) {
        Predicate<Step> theirs = step -> step instanceof Step.Correct && StepBook.samePerson(step, by);
        return steps.size() > seen && theirs.test(steps.get(seen))
                ? Optional.of((Corrected) Publication.replay(id, steps.subList(0, seen + 1)))
                : Optional.empty();
    }

    /** Drops the correction that waits. It stays in the history; readers never see it. */
    public Publication.Public drop(PublicationId id, int seen, String reason, Actor.Person by) {
        Step.Drop step = new Step.Drop(StepBook.requireWords(reason, "the reason"), by, book.now());
        return book.take(id, seen, step, Publication.Public.class);
    }

    /** Withdraws what was published; its address says so from now on. */
    public Withdrawn withdraw(PublicationId id, int seen, String reason, Actor.Person by) {
        boolean first = book.locked(id).size() == seen;
        Step.Withdraw step = new Step.Withdraw(StepBook.requireWords(reason, "the reason"), by, book.now());
        Withdrawn withdrawn = book.take(id, seen, step, Withdrawn.class);
        if (first) {
            together.forEach(other -> other.withdrawn(withdrawn));
        }
        return withdrawn;
    }
}
