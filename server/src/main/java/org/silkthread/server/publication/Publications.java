package org.silkthread.server.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.publication.StepRefused.Reason;
import org.silkthread.server.publication.store.StepTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All publications and the steps that people take with them. Every step is one transaction with its audit entry. A step
 * names the version its taker saw: of two people who act on one version at once, one succeeds and the other is told what
 * happened; a person who sends the same step twice gets the outcome of the first.
 */
@Component
public class Publications {

    private final StepTable table;
    private final Cuts cuts;
    private final Attacks attacks;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, PublicationKind> kinds;
    private final List<PublishedTogether> together;

    Publications(
            StepTable table,
            Cuts cuts,
            Attacks attacks,
            AuditTrail audit,
            Clock clock,
            ObjectProvider<PublicationKind> kinds,
            ObjectProvider<PublishedTogether> together) {
        this.table = table;
        this.cuts = cuts;
        this.attacks = attacks;
        this.audit = audit;
        this.clock = clock;
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
        Step.Open step = new Step.Open(title, author, now());
        if (table.open(id, step)) {
            record(id, step);
        }
        return current(id);
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
        table.lock(id);
        List<Step> steps = new ArrayList<>(table.steps(id));
        if (!(Publication.replay(id, steps) instanceof Draft draft)) {
            Publication publication = Publication.replay(id, steps);
            throw refused(
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
                Step.Write step = new Step.Write(text.getKey(), words, by, now());
                draft = append(id, steps, step, Draft.class);
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
                    throw refused(
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
        table.lock(id);
        List<Step> steps = new ArrayList<>(table.steps(id));
        PublicationKind kind = kind(id);
        Optional<Frozen> done = frozenAlready(id, seen, steps, by);
        if (done.isPresent()) {
            return done.get();
        }
        Publication publication = Publication.replay(id, steps);
        if (!(publication instanceof Draft draft)) {
            throw refused(
                    id,
                    by,
                    "freeze",
                    Reason.OUT_OF_ORDER,
                    "‘" + publication.title() + "’ " + publication.condition()
                            + ". Its figures cannot be frozen again.");
        }
        requireSeen(id, seen, steps, "freeze", by);
        List<Gap> gaps = kind.gapsBeforeFreezing(draft);
        if (!gaps.isEmpty()) {
            throw refused(id, by, "freeze", Reason.GAPS, gapWords(gaps));
        }
        requireSafe(draft, "freeze", by);
        Draft last = draft;
        for (Map.Entry<String, String> text : kind.computedTexts(draft).entrySet()) {
            Step.Write write = new Step.Write(text.getKey(), text.getValue(), by, now());
            last = append(id, steps, write, Draft.class);
            steps.add(write);
        }
        FrozenCut cut = cut(last.title(), kind.figures(last), by);
        Seal seal = Seal.ofFrozen(id, last.title(), last.manuscript(), cut);
        return append(id, steps, new Step.Freeze(cut, seal, by, now()), Frozen.class);
    }

    /** The outcome of the freeze that this person already made from the version they saw. */
    private Optional<Frozen> frozenAlready(PublicationId id, int seen, List<Step> steps, Actor.Person by) {
        for (int i = seen; i < steps.size() && samePerson(steps.get(i), by); i++) {
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
        return take(id, seen, new Step.Attach(body, requireWords(words, "the statement"), by, now()), Frozen.class);
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
        table.lock(id);
        List<Step> steps = table.steps(id);
        if (steps.size() > seen && steps.get(seen) instanceof Step.SignOff done && samePerson(done, by)) {
            return (SignedOff) Publication.replay(id, steps.subList(0, seen + 1));
        }
        Publication publication = Publication.replay(id, steps);
        if (!(publication instanceof Frozen frozen)) {
            throw refused(
                    id,
                    by,
                    "sign-off",
                    Reason.OUT_OF_ORDER,
                    "‘" + publication.title() + "’ " + publication.condition()
                            + ". It can be signed once its figures are frozen, and once only.");
        }
        requireSeen(id, seen, steps, "sign-off", by);
        List<Gap> gaps = kind(id).gapsBeforeSigning(frozen);
        if (!gaps.isEmpty()) {
            throw refused(id, by, "sign-off", Reason.GAPS, gapWords(gaps));
        }
        requireSafe(frozen, "sign-off", by);
        String words = requireWords(declaration, "the declaration");
        return append(id, steps, new Step.SignOff(words, frozen.sealForSigning(words), by, now()), SignedOff.class);
    }

    /** Turns a frozen or signed publication that is not public yet into a draft again. */
    @Transactional(noRollbackFor = StepRefused.class)
    public Draft sendBack(PublicationId id, int seen, String reason, Actor.Person by) {
        return take(id, seen, new Step.SendBack(requireWords(reason, "the reason"), by, now()), Draft.class);
    }

    /** Makes it public, together with everything that must appear in the same instant. */
    @Transactional(noRollbackFor = StepRefused.class)
    public Published publish(PublicationId id, int seen, Actor.Person by) {
        table.lock(id);
        boolean first = table.steps(id).size() == seen;
        if (first && current(id) instanceof SignedOff signed) {
            requireSafe(signed, "publish", by);
        }
        Published published = take(id, seen, new Step.Publish(by, now()), Published.class);
        if (first) {
            together.forEach(other -> other.published(published));
        }
        return published;
    }

    /**
     * Puts a correction beside what was published.
     *
     * @param about the section's key, or the code of the figure
     * @param words what is right
     * @param reason why it was wrong
     * @param figures the figures whose present values stand beside the signed ones; empty when only words are wrong
     */
    @Transactional(noRollbackFor = StepRefused.class)
    public Corrected correct(
            PublicationId id,
            int seen,
            String about,
            String words,
            String reason,
            List<FigureId> figures,
            Actor.Person by) {
        table.lock(id);
        boolean again = table.steps(id).size() > seen;
        if (!figures.isEmpty() && !again) {
            attacks.refusal(id, figures, "correct", by).ifPresent(why -> {
                throw refused(id, by, "correct", Reason.WOULD_REVEAL, why);
            });
        }
        Optional<FrozenCut> cut = figures.isEmpty() || again
                ? Optional.empty()
                : Optional.of(cut("Correction of " + id.code(), figures, by));
        Step.Correct step = new Step.Correct(
                about, requireWords(words, "the correction"), requireWords(reason, "the reason"), cut, by, now());
        return take(id, seen, step, Corrected.class);
    }

    /** Withdraws what was published; its address says so from now on. */
    @Transactional(noRollbackFor = StepRefused.class)
    public Withdrawn withdraw(PublicationId id, int seen, String reason, Actor.Person by) {
        table.lock(id);
        boolean first = table.steps(id).size() == seen;
        Step.Withdraw step = new Step.Withdraw(requireWords(reason, "the reason"), by, now());
        Withdrawn withdrawn = take(id, seen, step, Withdrawn.class);
        if (first) {
            together.forEach(other -> other.withdrawn(withdrawn));
        }
        return withdrawn;
    }

    private void requireSafe(Publication publication, String attempt, Actor.Person by) {
        attacks.refusal(publication, attempt, by).ifPresent(words -> {
            throw refused(publication.id(), by, attempt, Reason.WOULD_REVEAL, words);
        });
    }

    private <P extends Publication> P take(PublicationId id, int seen, Step step, Class<P> reached) {
        table.lock(id);
        List<Step> steps = table.steps(id);
        if (steps.size() > seen && steps.get(seen).repeats(step)) {
            return reached.cast(Publication.replay(id, steps.subList(0, seen + 1)));
        }
        requireSeen(id, seen, steps, name(step), step.by());
        return append(id, steps, step, reached);
    }

    private <P extends Publication> P append(PublicationId id, List<Step> steps, Step step, Class<P> reached) {
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

    private void requireSeen(PublicationId id, int seen, List<Step> steps, String attempt, Actor.Person by) {
        if (seen == steps.size()) {
            return;
        }
        Step latest = steps.getLast();
        throw refused(
                id,
                by,
                attempt,
                Reason.CHANGED_MEANWHILE,
                latest.by().name() + " changed ‘" + current(id).title()
                        + "’ after you opened the page. Nothing you sent has been saved. Look at it as it is now.");
    }

    private Publication current(PublicationId id) {
        return find(id).orElseThrow(() -> new IllegalStateException(id + " has no steps"));
    }

    private PublicationKind kind(PublicationId id) {
        PublicationKind kind = kinds.get(id.kind());
        if (kind == null) {
            throw new IllegalArgumentException("No room publishes '" + id.kind() + "'");
        }
        return kind;
    }

    private FrozenCut cut(String title, Collection<FigureId> figures, Actor.Person by) {
        Cut cut = cuts.freeze(title, figures, by);
        return new FrozenCut(cut.id(), cut.sha256());
    }

    private static boolean samePerson(Step step, Actor.Person person) {
        return step.by().username().equals(person.username());
    }

    private static String requireWords(String words, String what) {
        if (words.isBlank()) {
            throw new StepRefused(Reason.WORDS_MISSING, "Enter " + what + ".");
        }
        return words.strip();
    }

    private static String gapWords(List<Gap> gaps) {
        return "Something is still missing. " + gaps.stream().map(Gap::words).collect(Collectors.joining(" "));
    }

    /** A refused attempt is itself worth knowing about. Nothing else has been written when this is called. */
    private StepRefused refused(PublicationId id, Actor.Person by, String attempt, Reason reason, String words) {
        audit.record(new AuditEvent(by, "publication.refused." + attempt, id.code(), reason + ": " + words));
        return new StepRefused(reason, words);
    }

    private StepRefused refused(PublicationId id, Step attempt, StepRefused refusal) {
        return refused(id, attempt.by(), name(attempt), refusal.reason(), refusal.words());
    }

    private void record(PublicationId id, Step step) {
        audit.record(new AuditEvent(step.by(), "publication." + name(step), id.code(), step.detail()));
    }

    private static String name(Step step) {
        return StepTable.name(step);
    }

    /** Databases keep microseconds; a finer instant would not come back equal. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
