package org.silkthread.server.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.publication.StepRefused.Reason;
import org.silkthread.server.publication.store.StepTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All publications and the steps that people take with them until they are public. Every step is one transaction with its audit entry. A step
 * names the version its taker saw: of two people who act on one version at once, one succeeds and the other is told what
 * happened; a person who sends the same step twice gets the outcome of the first.
 */
@Component
public class Publications {

    private final StepTable table;
    private final StepBook book;
    private final Attacks attacks;
    private final Map<String, PublicationKind> kinds;
    private final List<PublishedTogether> together;

    Publications(
            StepTable table,
            StepBook book,
            Attacks attacks,
            ObjectProvider<PublicationKind> kinds,
            ObjectProvider<PublishedTogether> together) {
        this.table = table;
        this.book = book;
        this.attacks = attacks;
        this.kinds = kinds.stream().collect(Collectors.toMap(PublicationKind::name, Function.identity()));
        this.together = together.orderedStream().toList();
    }

    /** The publication in its present state. */
    @Transactional(readOnly = true)
    public Optional<Publication> find(PublicationId id) {
        List<Step> steps = table.steps(id);
        return steps.isEmpty() ? Optional.empty() : Optional.of(Publication.replay(id, steps));
    }

    /** The publication when the public may see it, otherwise empty. */
    @Transactional(readOnly = true)
    public Optional<Publication.Public> findPublic(PublicationId id) {
        return find(id).filter(Publication.Public.class::isInstance).map(Publication.Public.class::cast);
    }

    /** Everything that was ever done to it, oldest first. */
    @Transactional(readOnly = true)
    public List<Step> history(PublicationId id) {
        return table.steps(id);
    }

    /** All publications of a kind, drafts included, by owner and latest edition first. */
    @Transactional(readOnly = true)
    public List<PublicationSummary> all(String kind) {
        return table.summaries(kind);
    }

    /** An owner's publications of a kind, drafts included, latest edition first. */
    @Transactional(readOnly = true)
    public List<PublicationSummary> of(String kind, String owner) {
        return table.summaries(kind, owner);
    }

    /** Starts a draft; gives the present state if there is one already. */
    @Transactional
    public Publication open(PublicationId id, String title, Actor.Person author) {
        kind(id);
        Step.Open step = new Step.Open(title, author, book.now());
        if (table.open(id, step)) {
            book.record(id, step);
        }
        return Publication.replay(id, table.steps(id));
    }

    /**
     * Writes sections of a draft, all or none. A text that is already there is not written again.
     *
     * @param texts the new text of each section, by its key; blank to empty it
     * @throws StepRefused if it is no draft, or one of these sections has been changed since the version that the
     *     writer saw
     */
    @Transactional(noRollbackFor = StepRefused.class)
    public Draft write(PublicationId id, int seen, Map<String, String> texts, Actor.Person by) {
        List<Step> steps = new ArrayList<>(book.locked(id));
        if (!(Publication.replay(id, steps) instanceof Draft draft)) {
            Publication publication = Publication.replay(id, steps);
            throw book.refused(
                    id,
                    by,
                    "write",
                    Reason.OUT_OF_ORDER,
                    "‘" + publication.title() + "’ " + publication.condition() + ". It cannot be edited now.");
        }
        requireUntouched(id, steps.subList(Math.min(seen, steps.size()), steps.size()), texts, by);
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            String words = text.getValue().strip();
            if (!draft.manuscript().text(text.getKey()).orElse("").equals(words)) {
                Step.Write step = new Step.Write(text.getKey(), words, by, book.now());
                draft = book.append(id, steps, step, Draft.class);
                steps.add(step);
            }
        }
        return draft;
    }

    private void requireUntouched(PublicationId id, List<Step> since, Map<String, String> texts, Actor.Person by) {
        for (Step step : since) {
            if (step instanceof Step.Write write) {
                String mine = texts.get(write.section());
                if (mine != null && !mine.strip().equals(write.text())) {
                    throw book.refused(
                            id,
                            by,
                            "write",
                            Reason.CHANGED_MEANWHILE,
                            write.by().name() + " changed this section after you opened it. Your text has not been"
                                    + " saved. Copy what you need into the section as it is now.");
                }
            }
        }
    }

    /**
     * Takes a cut of the live figures and freezes words and figures together.
     *
     * @throws StepRefused if something is missing, a hidden count could be worked out, or it is no longer the draft that
     *     was seen
     */
    @Transactional(noRollbackFor = StepRefused.class)
    public Frozen freeze(PublicationId id, int seen, Actor.Person by) {
        List<Step> steps = new ArrayList<>(book.locked(id));
        PublicationKind kind = kind(id);
        Optional<Frozen> done = frozenAlready(id, seen, steps, by);
        if (done.isPresent()) {
            return done.get();
        }
        Publication publication = Publication.replay(id, steps);
        if (!(publication instanceof Draft draft)) {
            throw book.refused(
                    id,
                    by,
                    "freeze",
                    Reason.OUT_OF_ORDER,
                    "‘" + publication.title() + "’ " + publication.condition()
                            + ". Its figures cannot be frozen again.");
        }
        book.requireSeen(id, seen, steps, "freeze", by);
        List<Gap> gaps = kind.gapsBeforeFreezing(draft);
        if (!gaps.isEmpty()) {
            throw book.refused(id, by, "freeze", Reason.GAPS, gapWords(gaps));
        }
        book.requireSafe(attacks.refusal(draft, "freeze", by), id, "freeze", by);
        Draft last = draft;
        for (Map.Entry<String, String> text : kind.computedTexts(draft).entrySet()) {
            Step.Write write = new Step.Write(text.getKey(), text.getValue(), by, book.now());
            last = book.append(id, steps, write, Draft.class);
            steps.add(write);
        }
        FrozenCut cut = book.cut(last.title(), kind.figures(last), by);
        Seal seal = Seal.ofFrozen(id, last.title(), last.manuscript(), cut);
        return book.append(id, steps, new Step.Freeze(cut, seal, by, book.now()), Frozen.class);
    }

    /** The outcome of the freeze that this person already made from the version they saw. */
    private Optional<Frozen> frozenAlready(PublicationId id, int seen, List<Step> steps, Actor.Person by) {
        for (int i = seen; i < steps.size() && StepBook.samePerson(steps.get(i), by); i++) {
            if (steps.get(i) instanceof Step.Freeze) {
                return Optional.of((Frozen) Publication.replay(id, steps.subList(0, i + 1)));
            }
            if (!(steps.get(i) instanceof Step.Write)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Adds what another body says to a frozen publication that nobody has signed yet. */
    @Transactional(noRollbackFor = StepRefused.class)
    public Frozen attach(PublicationId id, int seen, String body, String words, Actor.Person by) {
        return book.take(
                id,
                seen,
                new Step.Attach(body, StepBook.requireWords(words, "the statement"), by, book.now()),
                Frozen.class);
    }

    /**
     * Signs a frozen publication.
     *
     * @param declaration the words that are signed
     * @throws StepRefused if something is missing, a hidden count could be worked out by now, or the signatory had a
     *     hand in it
     */
    @Transactional(noRollbackFor = StepRefused.class)
    public SignedOff signOff(PublicationId id, int seen, String declaration, Actor.Person by) {
        List<Step> steps = book.locked(id);
        if (steps.size() > seen && steps.get(seen) instanceof Step.SignOff done && StepBook.samePerson(done, by)) {
            return (SignedOff) Publication.replay(id, steps.subList(0, seen + 1));
        }
        Publication publication = Publication.replay(id, steps);
        if (!(publication instanceof Frozen frozen)) {
            throw book.refused(
                    id,
                    by,
                    "sign-off",
                    Reason.OUT_OF_ORDER,
                    "‘" + publication.title() + "’ " + publication.condition()
                            + ". It can be signed once its figures are frozen, and once only.");
        }
        book.requireSeen(id, seen, steps, "sign-off", by);
        List<Gap> gaps = kind(id).gapsBeforeSigning(frozen);
        if (!gaps.isEmpty()) {
            throw book.refused(id, by, "sign-off", Reason.GAPS, gapWords(gaps));
        }
        book.requireSafe(attacks.refusal(frozen, "sign-off", by), id, "sign-off", by);
        String words = StepBook.requireWords(declaration, "the declaration");
        return book.append(
                id, steps, new Step.SignOff(words, frozen.sealForSigning(words), by, book.now()), SignedOff.class);
    }

    /** Turns a frozen or signed publication that is not public yet into a draft again. */
    @Transactional(noRollbackFor = StepRefused.class)
    public Draft sendBack(PublicationId id, int seen, String reason, Actor.Person by) {
        return book.take(
                id, seen, new Step.SendBack(StepBook.requireWords(reason, "the reason"), by, book.now()), Draft.class);
    }

    /** Makes it public, together with everything that must appear in the same instant. */
    @Transactional(noRollbackFor = StepRefused.class)
    public Published publish(PublicationId id, int seen, Actor.Person by) {
        List<Step> steps = book.locked(id);
        boolean first = steps.size() == seen;
        if (first && Publication.replay(id, steps) instanceof SignedOff signed) {
            book.requireSafe(attacks.refusal(signed, "publish", by), id, "publish", by);
        }
        Published published = book.take(id, seen, new Step.Publish(by, book.now()), Published.class);
        if (first) {
            together.forEach(other -> other.published(published));
        }
        return published;
    }

    private PublicationKind kind(PublicationId id) {
        PublicationKind kind = kinds.get(id.kind());
        if (kind == null) {
            throw new IllegalArgumentException("No room publishes '" + id.kind() + "'");
        }
        return kind;
    }

    private static String gapWords(List<Gap> gaps) {
        return "Something is still missing. " + gaps.stream().map(Gap::words).collect(Collectors.joining(" "));
    }
}
