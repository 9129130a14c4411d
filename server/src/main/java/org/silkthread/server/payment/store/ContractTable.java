package org.silkthread.server.payment.store;

import static org.silkthread.schema.payment.Tables.CONTRACT;
import static org.silkthread.schema.payment.Tables.CONTRACT_GOAL;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.silkthread.schema.payment.tables.records.ContractGoalRecord;
import org.silkthread.schema.payment.tables.records.ContractRecord;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.payment.Better;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.Goal;
import org.silkthread.server.payment.Money;
import org.silkthread.server.payment.PaymentRule;
import org.silkthread.server.payment.PaymentRules;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of contracts, every version of them. */
@Repository
public class ContractTable {

    private final DSLContext database;

    ContractTable(DSLContext database) {
        this.database = database;
    }

    /** Adds a version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Contract contract, Instant at, String by) {
        database.insertInto(CONTRACT)
                .set(CONTRACT.ID, contract.id())
                .set(CONTRACT.VERSION, contract.version())
                .set(CONTRACT.COMMISSIONER, contract.commissioner())
                .set(CONTRACT.PROVIDER, contract.provider())
                .set(CONTRACT.FINANCIAL_YEAR, contract.year().code())
                .set(CONTRACT.VALUE_PENCE, contract.value().pence())
                .set(CONTRACT.RECORDED_AT, at.atOffset(ZoneOffset.UTC))
                .set(CONTRACT.RECORDED_BY, by)
                .execute();
        for (Goal goal : contract.goals()) {
            Optional<PaymentRule.ForOutcome> rule = goal.outcomeRule();
            database.insertInto(CONTRACT_GOAL)
                    .set(CONTRACT_GOAL.CONTRACT_ID, contract.id())
                    .set(CONTRACT_GOAL.CONTRACT_VERSION, contract.version())
                    .set(CONTRACT_GOAL.NUMBER, goal.number())
                    .set(CONTRACT_GOAL.TITLE, goal.title())
                    .set(CONTRACT_GOAL.INDICATOR, goal.indicator())
                    .set(CONTRACT_GOAL.PERIOD, goal.period().code())
                    .set(CONTRACT_GOAL.WEIGHT, goal.weight())
                    .set(CONTRACT_GOAL.OUTCOME_RULE, rule.map(PaymentRule::code).orElse(null))
                    .set(CONTRACT_GOAL.BETTER, rule.map(r -> r.better().name()).orElse(null))
                    .set(CONTRACT_GOAL.DATA_DUE, goal.dataDue().orElse(null))
                    .execute();
        }
    }

    /** The latest version of a contract. */
    public Optional<Contract> find(String id) {
        return latest(CONTRACT.ID.eq(id)).stream().findFirst();
    }

    /** One version of a contract. */
    public Optional<Contract> find(String id, int version) {
        return read(CONTRACT.ID.eq(id).and(CONTRACT.VERSION.eq(version))).stream()
                .findFirst();
    }

    /** The latest versions of the contracts that an organisation is a party of, newest year first. */
    public List<Contract> of(String organisation) {
        return latest(CONTRACT.COMMISSIONER.eq(organisation).or(CONTRACT.PROVIDER.eq(organisation)));
    }

    /** The latest versions of a provider's contracts of a year. */
    public List<Contract> ofProvider(String provider, FinancialYear year) {
        return latest(CONTRACT.PROVIDER.eq(provider).and(CONTRACT.FINANCIAL_YEAR.eq(year.code())));
    }

    /** The years in which a provider has contracts, newest first. */
    public List<FinancialYear> years(String provider) {
        return database.selectDistinct(CONTRACT.FINANCIAL_YEAR)
                .from(CONTRACT)
                .where(CONTRACT.PROVIDER.eq(provider))
                .orderBy(CONTRACT.FINANCIAL_YEAR.desc())
                .fetch(row -> FinancialYear.parse(row.value1()));
    }

    private List<Contract> latest(Condition wanted) {
        var newer = CONTRACT.as("newer");
        return read(wanted.and(DSL.notExists(
                DSL.selectOne().from(newer).where(newer.ID.eq(CONTRACT.ID)).and(newer.VERSION.gt(CONTRACT.VERSION)))));
    }

    private List<Contract> read(Condition wanted) {
        return database.selectFrom(CONTRACT)
                .where(wanted)
                .orderBy(CONTRACT.FINANCIAL_YEAR.desc(), CONTRACT.PROVIDER, CONTRACT.COMMISSIONER)
                .fetch(this::contract);
    }

    private Contract contract(ContractRecord row) {
        return new Contract(
                row.getVersion(),
                row.getCommissioner(),
                row.getProvider(),
                FinancialYear.parse(row.getFinancialYear()),
                new Money(row.getValuePence()),
                database.selectFrom(CONTRACT_GOAL)
                        .where(CONTRACT_GOAL.CONTRACT_ID.eq(row.getId()))
                        .and(CONTRACT_GOAL.CONTRACT_VERSION.eq(row.getVersion()))
                        .orderBy(CONTRACT_GOAL.NUMBER)
                        .fetch(ContractTable::goal));
    }

    private static Goal goal(ContractGoalRecord row) {
        return new Goal(
                row.getNumber(),
                row.getTitle(),
                row.getIndicator(),
                Period.parse(row.getPeriod()),
                row.getWeight(),
                Optional.ofNullable(row.getOutcomeRule())
                        .map(rule -> PaymentRules.parseForOutcome(rule, Better.valueOf(row.getBetter()))),
                Optional.ofNullable(row.getDataDue()));
    }
}
