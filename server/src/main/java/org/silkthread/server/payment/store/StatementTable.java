package org.silkthread.server.payment.store;

import static org.silkthread.schema.payment.Tables.AGREEMENT;
import static org.silkthread.schema.payment.Tables.DISPUTE;
import static org.silkthread.schema.payment.Tables.DISPUTE_ANSWER;
import static org.silkthread.schema.payment.Tables.STATEMENT;
import static org.silkthread.schema.payment.Tables.STATEMENT_LINE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.silkthread.schema.payment.tables.records.StatementLineRecord;
import org.silkthread.schema.payment.tables.records.StatementRecord;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.payment.CquinScheme;
import org.silkthread.server.payment.Evidence;
import org.silkthread.server.payment.Fraction;
import org.silkthread.server.payment.Money;
import org.silkthread.server.payment.Party;
import org.silkthread.server.payment.Statement;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of statements, agreements and disputes. */
@Repository
public class StatementTable {

    private final DSLContext database;

    StatementTable(DSLContext database) {
        this.database = database;
    }

    /** Lets one transaction at a time add to a contract's statements. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String contractId) {
        database.select(DSL.function(
                        "pg_advisory_xact_lock",
                        Object.class,
                        DSL.function("hashtextextended", Long.class, DSL.val("payment " + contractId), DSL.inline(0L))))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Statement statement) {
        database.insertInto(STATEMENT)
                .set(STATEMENT.CONTRACT_ID, statement.contractId())
                .set(STATEMENT.NUMBER, statement.number())
                .set(STATEMENT.CONTRACT_VERSION, statement.contractVersion())
                .set(STATEMENT.KIND, statement.kind().name())
                .set(STATEMENT.SCHEME_ID, statement.scheme().id())
                .set(STATEMENT.SCHEME_VERSION, statement.scheme().version())
                .set(STATEMENT.SCHEME_PERCENTAGE, statement.scheme().percentage())
                .set(STATEMENT.SCHEME_BASIS, statement.scheme().basis().name())
                .set(STATEMENT.CUT_ID, statement.cutId().toString())
                .set(STATEMENT.CUT_HASH, statement.cutSha256())
                .set(STATEMENT.SCHEME_VALUE_PENCE, statement.schemeValue().pence())
                .set(STATEMENT.TOTAL_PENCE, statement.total().pence())
                .set(STATEMENT.PRICED_AT, statement.pricedAt().atOffset(ZoneOffset.UTC))
                .set(STATEMENT.PRICED_BY, statement.pricedBy())
                .execute();
        statement.lines().forEach(line -> add(statement, line));
    }

    private void add(Statement statement, Statement.Line line) {
        StatementLineRecord row = database.newRecord(STATEMENT_LINE);
        row.setContractId(statement.contractId());
        row.setStatementNumber(statement.number());
        row.setGoalNumber(line.goalNumber());
        row.setGoalTitle(line.goalTitle());
        row.setFigure(line.figure().code());
        row.setWeight(line.weight());
        row.setRule(line.rule());
        row.setRuleWords(line.ruleInWords());
        switch (line.evidence()) {
            case Evidence.Counted counted -> {
                row.setNumerator(counted.numerator());
                row.setDenominator(counted.denominator());
                row.setReceived(counted.received());
            }
            case Evidence.Missing missing -> row.setMissing(missing.why());
        }
        row.setAchievedNumerator(new BigDecimal(line.achieved().numerator()));
        row.setAchievedDenominator(new BigDecimal(line.achieved().denominator()));
        row.setUpToPence(line.upTo().pence());
        row.setEarnedPence(line.earned().pence());
        row.setAlreadyPence(line.already().pence());
        row.setAmountPence(line.amount().pence());
        row.setExplanation(line.explanation());
        row.insert();
    }

    /** A contract's statements, first to last. */
    public List<Statement> of(String contractId) {
        return read(STATEMENT.CONTRACT_ID.eq(contractId));
    }

    public Optional<Statement> find(String contractId, int number) {
        return read(STATEMENT.CONTRACT_ID.eq(contractId).and(STATEMENT.NUMBER.eq(number))).stream()
                .findFirst();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void agree(Statement statement, Statement.Agreement agreement) {
        database.insertInto(AGREEMENT)
                .set(AGREEMENT.CONTRACT_ID, statement.contractId())
                .set(AGREEMENT.STATEMENT_NUMBER, statement.number())
                .set(AGREEMENT.PARTY, agreement.party().name())
                .set(AGREEMENT.USERNAME, agreement.username())
                .set(AGREEMENT.PERSON, agreement.person())
                .set(AGREEMENT.AGREED_AT, agreement.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void dispute(Statement statement, int goalNumber, Party party, String person, String reason, Instant at) {
        database.insertInto(DISPUTE)
                .set(DISPUTE.CONTRACT_ID, statement.contractId())
                .set(DISPUTE.STATEMENT_NUMBER, statement.number())
                .set(DISPUTE.GOAL_NUMBER, goalNumber)
                .set(DISPUTE.PARTY, party.name())
                .set(DISPUTE.PERSON, person)
                .set(DISPUTE.REASON, reason)
                .set(DISPUTE.RAISED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(long dispute, Statement.Answer answer) {
        database.insertInto(DISPUTE_ANSWER)
                .set(DISPUTE_ANSWER.DISPUTE_ID, dispute)
                .set(DISPUTE_ANSWER.PARTY, answer.party().name())
                .set(DISPUTE_ANSWER.PERSON, answer.person())
                .set(DISPUTE_ANSWER.ANSWER, answer.words())
                .set(DISPUTE_ANSWER.ANSWERED_AT, answer.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private List<Statement> read(Condition wanted) {
        return database.selectFrom(STATEMENT)
                .where(wanted)
                .orderBy(STATEMENT.CONTRACT_ID, STATEMENT.NUMBER)
                .fetch(this::statement);
    }

    private Statement statement(StatementRecord row) {
        return new Statement(
                row.getContractId(),
                row.getNumber(),
                row.getContractVersion(),
                Statement.Kind.valueOf(row.getKind()),
                new Statement.AppliedScheme(
                        row.getSchemeId(),
                        row.getSchemeVersion(),
                        row.getSchemePercentage(),
                        CquinScheme.Basis.valueOf(row.getSchemeBasis())),
                UUID.fromString(row.getCutId()),
                row.getCutHash(),
                new Money(row.getSchemeValuePence()),
                lines(row),
                new Money(row.getTotalPence()),
                row.getPricedAt().toInstant(),
                row.getPricedBy(),
                agreements(row),
                disputes(row));
    }

    private List<Statement.Line> lines(StatementRecord row) {
        return database.selectFrom(STATEMENT_LINE)
                .where(STATEMENT_LINE.CONTRACT_ID.eq(row.getContractId()))
                .and(STATEMENT_LINE.STATEMENT_NUMBER.eq(row.getNumber()))
                .orderBy(STATEMENT_LINE.GOAL_NUMBER)
                .fetch(StatementTable::line);
    }

    private static Statement.Line line(StatementLineRecord row) {
        return new Statement.Line(
                row.getGoalNumber(),
                row.getGoalTitle(),
                FigureId.parse(row.getFigure()),
                row.getWeight(),
                row.getRule(),
                row.getRuleWords(),
                row.getMissing() == null
                        ? new Evidence.Counted(row.getNumerator(), row.getDenominator(), row.getReceived())
                        : new Evidence.Missing(row.getMissing()),
                new Fraction(
                        row.getAchievedNumerator().toBigIntegerExact(),
                        row.getAchievedDenominator().toBigIntegerExact()),
                new Money(row.getUpToPence()),
                new Money(row.getEarnedPence()),
                new Money(row.getAlreadyPence()),
                new Money(row.getAmountPence()),
                row.getExplanation());
    }

    private List<Statement.Agreement> agreements(StatementRecord row) {
        return database.selectFrom(AGREEMENT)
                .where(AGREEMENT.CONTRACT_ID.eq(row.getContractId()))
                .and(AGREEMENT.STATEMENT_NUMBER.eq(row.getNumber()))
                .orderBy(AGREEMENT.AGREED_AT)
                .fetch(agreed -> new Statement.Agreement(
                        Party.valueOf(agreed.getParty()),
                        agreed.getUsername(),
                        agreed.getPerson(),
                        agreed.getAgreedAt().toInstant()));
    }

    private List<Statement.Dispute> disputes(StatementRecord row) {
        return database.select(DISPUTE.fields())
                .select(DISPUTE_ANSWER.PARTY, DISPUTE_ANSWER.PERSON, DISPUTE_ANSWER.ANSWER, DISPUTE_ANSWER.ANSWERED_AT)
                .from(DISPUTE)
                .leftJoin(DISPUTE_ANSWER)
                .on(DISPUTE_ANSWER.DISPUTE_ID.eq(DISPUTE.ID))
                .where(DISPUTE.CONTRACT_ID.eq(row.getContractId()))
                .and(DISPUTE.STATEMENT_NUMBER.eq(row.getNumber()))
                .orderBy(DISPUTE.ID)
                .fetch(found -> new Statement.Dispute(
                        found.get(DISPUTE.ID),
                        found.get(DISPUTE.GOAL_NUMBER),
                        Party.valueOf(found.get(DISPUTE.PARTY)),
                        found.get(DISPUTE.PERSON),
                        found.get(DISPUTE.REASON),
                        found.get(DISPUTE.RAISED_AT).toInstant(),
                        Optional.ofNullable(found.get(DISPUTE_ANSWER.ANSWER))
                                .map(words -> new Statement.Answer(
                                        Party.valueOf(found.get(DISPUTE_ANSWER.PARTY)),
                                        found.get(DISPUTE_ANSWER.PERSON),
                                        words,
                                        found.get(DISPUTE_ANSWER.ANSWERED_AT).toInstant()))));
    }
}
