package org.silkthread.server.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.Released;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.CutReading;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.payment.store.StatementTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prices contracts from signed cuts, keeps the statements, and takes both parties' agreements and disputes. */
@Component
public class CquinStatements {

    private final CquinContracts contracts;
    private final CquinSchemes schemes;
    private final Measures measures;
    private final CutEvidence evidence;
    private final StatementTable statements;
    private final AuditTrail audit;
    private final Clock clock;

    CquinStatements(
            CquinContracts contracts,
            CquinSchemes schemes,
            Measures measures,
            CutEvidence evidence,
            StatementTable statements,
            AuditTrail audit,
            Clock clock) {
        this.contracts = contracts;
        this.schemes = schemes;
        this.measures = measures;
        this.evidence = evidence;
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    /** A contract's statements, first to last. */
    List<Statement> of(Contract contract) {
        return statements.of(contract.id());
    }

    /**
     * A contract's statements, first to last, for one of its parties.
     *
     * @throws NotPriceable if the reader is none of them
     */
    public Released<List<Statement>> of(Contract contract, Audience reader) {
        return released(of(contract), contract, reader);
    }

    Optional<Statement> find(Contract contract, int number) {
        return statements.find(contract.id(), number);
    }

    /**
     * Prices a contract from a signed cut by the rules of the contract's year. The same contract, rules and cut as the
     * latest statement's give that statement again. After an agreed statement, what differs from all that was agreed is
     * posted as adjustments; when nothing differs, the latest statement stands.
     *
     * @throws NotPriceable if the cut is not intact or a rule is missing
     */
    @Transactional
    public Statement price(Contract contract, UUID cutId, Actor actor) {
        statements.lock(contract.id());
        Cut cut = evidence.intact(cutId);
        Pricing pricing = work(contract, cutId, scheme(contract.year()));
        List<Statement> earlier = statements.of(contract.id());
        Optional<Statement> next = Settlement.next(pricing, cut, earlier, now(), name(actor));
        boolean nothingNew = next.isEmpty() || (!earlier.isEmpty() && Settlement.same(earlier.getLast(), next.get()));
        if (nothingNew) {
            return earlier.getLast();
        }
        statements.add(next.get());
        record(actor, "payment.price", next.get(), next.get().total() + " from cut " + cutId);
        return next.get();
    }

    /** Prices a contract for one of its parties, and gives all of its statements. */
    @Transactional
    public Released<List<Statement>> price(Contract contract, UUID cutId, Actor actor, Audience reader) {
        price(contract, cutId, actor);
        return of(contract, reader);
    }

    /**
     * Prices a contract for one of its parties as another year's rules would, from the same cut. Nothing is kept.
     *
     * @throws NotPriceable if the cut is not intact, a rule is missing, or the reader is no party
     */
    @Transactional(readOnly = true)
    public Released<Pricing> reprice(Contract contract, UUID cutId, FinancialYear rulesOf, Audience reader) {
        return released(reprice(contract, cutId, rulesOf), contract, reader);
    }

    private static <T> Released<T> released(T content, Contract contract, Audience reader) {
        return Disclosure.release(content, contract.provider(), reader)
                .orElseThrow(() -> new NotPriceable("Only the two parties of the contract read its statements."));
    }

    @Transactional(readOnly = true)
    Pricing reprice(Contract contract, UUID cutId, FinancialYear rulesOf) {
        evidence.intact(cutId);
        return work(contract, cutId, scheme(rulesOf));
    }

    /**
     * One side agrees a statement.
     *
     * @throws NotPriceable if it is not the latest, is disputed, or this side or this person has agreed already
     */
    @Transactional
    public void agree(Statement statement, Party party, Actor.Person person) {
        statements.lock(statement.contractId());
        Statement now = current(statement);
        if (now.isDisputed()) {
            throw new NotPriceable("A dispute waits for its answer. Answer it, then agree the statement.");
        }
        if (now.isAgreedBy(party)) {
            throw new NotPriceable("The " + party.word() + " has agreed this statement already.");
        }
        if (now.agreements().stream().anyMatch(a -> a.username().equals(person.username()))) {
            throw new NotPriceable(
                    "You agreed this statement for the other side. Somebody else must agree for this one.");
        }
        statements.agree(now, new Statement.Agreement(party, person.username(), person.name(), now()));
        record(person, "payment.agree", now, "for the " + party.word());
    }

    /**
     * One side disputes a line.
     *
     * @throws NotPriceable if the statement is closed or replaced, has no such line, or no reason is given
     */
    @Transactional
    public void dispute(Statement statement, int goalNumber, Party party, String reason, Actor.Person person) {
        statements.lock(statement.contractId());
        Statement now = current(statement);
        if (reason.isBlank()) {
            throw new NotPriceable("Say why you dispute the line.");
        }
        if (now.lines().stream().noneMatch(line -> line.goalNumber() == goalNumber)) {
            throw new NotPriceable("The statement has no goal " + goalNumber + ".");
        }
        statements.dispute(now, goalNumber, party, person.name(), reason.strip(), now());
        record(person, "payment.dispute", now, "goal " + goalNumber);
    }

    /**
     * The other side answers a dispute.
     *
     * @throws NotPriceable if there is no such open dispute, it is this side's own, or the answer is empty
     */
    @Transactional
    public void answer(Statement statement, long disputeId, Party party, String words, Actor.Person person) {
        statements.lock(statement.contractId());
        Statement now = current(statement);
        Statement.Dispute dispute = now.disputes().stream()
                .filter(found -> found.id() == disputeId && found.answer().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotPriceable("This dispute is not open."));
        if (dispute.party() == party) {
            throw new NotPriceable("The other side answers a dispute.");
        }
        if (words.isBlank()) {
            throw new NotPriceable("Write an answer.");
        }
        statements.answer(disputeId, new Statement.Answer(party, person.name(), words.strip(), now()));
        record(person, "payment.answer", now, "goal " + dispute.goalNumber());
    }

    /** The latest statement that both sides have agreed, as everyone may see it. */
    @Transactional(readOnly = true)
    public Optional<Settled> settled(Contract contract) {
        return of(contract).stream()
                .filter(Statement::isAgreed)
                .reduce((earlier, later) -> later)
                .map(agreed -> new Settled(agreed.cutId(), published(agreed)));
    }

    /** A statement as everyone may see it. */
    @Transactional(readOnly = true)
    public PublicPricing published(Statement statement) {
        Contract contract = contracts
                .find(statement.contractId(), statement.contractVersion())
                .orElseThrow(() -> new IllegalStateException("A statement without its contract: " + statement));
        CquinScheme scheme =
                schemes.version(statement.scheme().id(), statement.scheme().version());
        CutReading reading = evidence.read(statement.cutId(), Audience.everyone());
        Map<Integer, PublicEvidence> known = new HashMap<>();
        for (Goal goal : contract.goals()) {
            known.put(
                    goal.number(),
                    evidence.published(
                            reading, figure(contract, goal), goal, scheme.pays().basis()));
        }
        return PublicPricing.of(contract, scheme, measures(contract), known);
    }

    /** The signed cuts that hold at least one of the contract's figures, latest first. */
    public List<Cut> cuts(Contract contract) {
        return contract.goals().stream()
                .flatMap(goal -> evidence.holding(figure(contract, goal)).stream())
                .distinct()
                .sorted(Comparator.comparing(Cut::createdAt).reversed())
                .toList();
    }

    /** The figure that measures a goal. */
    public static FigureId figure(Contract contract, Goal goal) {
        return new FigureId(goal.indicator(), contract.provider(), goal.period());
    }

    private Statement current(Statement statement) {
        List<Statement> all = statements.of(statement.contractId());
        Statement last = all.getLast();
        if (last.number() != statement.number()) {
            throw new NotPriceable(
                    "Statement " + statement.number() + " was replaced by statement " + last.number() + ".");
        }
        if (last.isAgreed()) {
            throw new NotPriceable("Both sides have agreed this statement. It is closed.");
        }
        return last;
    }

    private Pricing work(Contract contract, UUID cutId, CquinScheme scheme) {
        CutReading reading = evidence.read(cutId, Audience.everyone());
        Map<Integer, Evidence> found = new TreeMap<>();
        for (Goal goal : contract.goals()) {
            found.put(goal.number(), evidence.exact(reading, figure(contract, goal)));
        }
        return Pricing.of(contract, scheme, measures(contract), found);
    }

    private Map<String, Measure> measures(Contract contract) {
        Map<String, Measure> known = new HashMap<>();
        for (Goal goal : contract.goals()) {
            known.computeIfAbsent(
                    goal.indicator(), id -> measures.require(id, goal.period().end()));
        }
        return known;
    }

    private CquinScheme scheme(FinancialYear year) {
        return schemes.find(year)
                .orElseThrow(() -> new NotPriceable("There are no scheme rules for " + year.code() + "."));
    }

    /** The moment as the database keeps it, so that a statement reads back as it was given out. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Actor actor, String action, Statement statement, String detail) {
        audit.record(
                new AuditEvent(actor, action, "contract/" + statement.contractId() + "/" + statement.number(), detail));
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.name();
            case Actor.SystemJob job -> job.name();
            case Actor.Visitor visitor -> "a visitor";
        };
    }
}
