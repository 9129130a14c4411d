package org.silkthread.server.regulation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.regulation.Validation.Confirmed;
import org.silkthread.server.regulation.Validation.Proposed;
import org.silkthread.server.regulation.ValidationRefused.Reason;
import org.silkthread.server.regulation.store.ValidationTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verdicts on figures: recorded by one person of the regulator, decided by another. */
@Component
public class Validations {

    private final ValidationTable table;
    private final Recomputing recomputing;
    private final AuditTrail audit;
    private final Clock clock;

    Validations(ValidationTable table, Recomputing recomputing, AuditTrail audit, Clock clock) {
        this.table = table;
        this.recomputing = recomputing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Recomputes the figure and records a verdict, which waits for a second person.
     *
     * @param reason what was examined and found, for everybody to read
     * @throws ValidationRefused if there is no such figure, another verdict on it waits, or the reason is blank
     */
    @Transactional(noRollbackFor = ValidationRefused.class)
    public Proposed propose(FigureId figure, Verdict verdict, String reason, Actor.Person by) {
        if (reason.isBlank()) {
            throw new ValidationRefused(Reason.REASON_MISSING, "Enter the reason for the verdict.");
        }
        table.lock(figure);
        for (Validation validation : table.of(figure)) {
            if (validation instanceof Proposed waiting) {
                return repeated(waiting, verdict, reason.strip(), by);
            }
        }
        Recomputation recomputation = recomputing
                .recompute(figure)
                .orElseThrow(() -> new ValidationRefused(
                        Reason.NO_FIGURE,
                        "Nothing has been submitted for this figure, so there is nothing to examine."));
        Proposed proposed = new Proposed(UUID.randomUUID(), figure, verdict, reason.strip(), recomputation, by, now());
        table.add(proposed);
        record(by, "propose", proposed, reason);
        return proposed;
    }

    /** The same form sent twice gives the first outcome; anything else has to wait for the open verdict. */
    private Proposed repeated(Proposed waiting, Verdict verdict, String reason, Actor.Person by) {
        if (waiting.by().username().equals(by.username())
                && waiting.finding() == verdict
                && waiting.reason().equals(reason)) {
            return waiting;
        }
        throw refused(
                by,
                "propose",
                waiting,
                new ValidationRefused(
                        Reason.OUT_OF_ORDER,
                        waiting.by().name()
                                + " has recorded a verdict on this figure that waits for a second person. Decide about"
                                + " that one first."));
    }

    /** Puts the verdict in force. */
    @Transactional(noRollbackFor = ValidationRefused.class)
    public Confirmed confirm(UUID id, Actor.Person second) {
        Validation validation = locked(id);
        if (validation instanceof Confirmed confirmed
                && confirmed.by().username().equals(second.username())) {
            return confirmed;
        }
        Proposed proposed = undecided(validation, second, "confirm");
        try {
            Confirmed confirmed = proposed.confirm(second, now());
            table.add(confirmed);
            record(second, "confirm", confirmed, proposed.reason());
            return confirmed;
        } catch (ValidationRefused refusal) {
            throw refused(second, "confirm", proposed, refusal);
        }
    }

    /** Turns the verdict down. */
    @Transactional(noRollbackFor = ValidationRefused.class)
    public Validation.Declined decline(UUID id, String why, Actor.Person second) {
        if (why.isBlank()) {
            throw new ValidationRefused(Reason.REASON_MISSING, "Enter why you turn the verdict down.");
        }
        Validation validation = locked(id);
        if (validation instanceof Validation.Declined declined
                && declined.by().username().equals(second.username())) {
            return declined;
        }
        Proposed proposed = undecided(validation, second, "decline");
        try {
            Validation.Declined declined = proposed.decline(second, why.strip(), now());
            table.add(declined);
            record(second, "decline", declined, why);
            return declined;
        } catch (ValidationRefused refusal) {
            throw refused(second, "decline", proposed, refusal);
        }
    }

    private Validation locked(UUID id) {
        Validation seen = table.find(id)
                .orElseThrow(() -> new ValidationRefused(Reason.OUT_OF_ORDER, "There is no such verdict."));
        table.lock(seen.figure());
        return table.find(id).orElseThrow();
    }

    private Proposed undecided(Validation validation, Actor.Person second, String attempt) {
        return switch (validation) {
            case Proposed proposed -> proposed;
            case Confirmed confirmed ->
                throw refused(second, attempt, validation, decided(confirmed.by(), "confirmed"));
            case Validation.Declined declined ->
                throw refused(second, attempt, validation, decided(declined.by(), "turned down"));
        };
    }

    private static ValidationRefused decided(Actor.Person by, String what) {
        return new ValidationRefused(Reason.OUT_OF_ORDER, by.name() + " has already " + what + " this verdict.");
    }

    @Transactional(readOnly = true)
    public Optional<Validation> find(UUID id) {
        return table.find(id);
    }

    /** Every verdict on a figure, whatever became of it, latest first. */
    @Transactional(readOnly = true)
    public List<Validation> of(FigureId figure) {
        return table.of(figure);
    }

    /** Those that wait for a second person, latest first. */
    @Transactional(readOnly = true)
    public List<Validation> waiting() {
        return table.waiting();
    }

    /** The latest of all, latest first. */
    @Transactional(readOnly = true)
    public List<Validation> latest(int limit) {
        return table.latest(limit);
    }

    /** The verdict in force on each of these figures, where there is one. */
    @Transactional(readOnly = true)
    public Map<FigureId, Confirmed> inForce(Collection<FigureId> figures) {
        Map<FigureId, Confirmed> standing = new LinkedHashMap<>();
        for (Confirmed confirmed : confirmedAround(figures)) {
            standing.putIfAbsent(confirmed.figure(), confirmed);
        }
        standing.keySet().retainAll(figures);
        return standing;
    }

    /**
     * The verdicts in force on figures of the same indicators and organisations, of whatever period, latest first: a
     * year's figure is made of its months' figures, so their marks concern it.
     */
    List<Confirmed> confirmedAround(Collection<FigureId> figures) {
        if (figures.isEmpty()) {
            return List.of();
        }
        return table
                .confirmed(
                        figures.stream().map(FigureId::indicator).collect(Collectors.toSet()),
                        figures.stream().map(FigureId::organisation).collect(Collectors.toSet()))
                .stream()
                .filter(Confirmed.class::isInstance)
                .map(Confirmed.class::cast)
                .toList();
    }

    private void record(Actor.Person by, String what, Validation validation, String detail) {
        audit.record(new AuditEvent(
                by,
                "regulation." + what,
                validation.figure().code(),
                validation.verdict().code() + " " + validation.id() + ": " + detail));
    }

    private ValidationRefused refused(
            Actor.Person by, String attempt, Validation validation, ValidationRefused refusal) {
        record(by, "refused." + attempt, validation, refusal.reason() + ": " + refusal.words());
        return refusal;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
