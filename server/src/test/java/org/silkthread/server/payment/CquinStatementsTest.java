package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.DatabaseOwner;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.identity.Role;
import org.silkthread.server.indicators.Cut;
import org.springframework.context.annotation.Import;

/** A contract is paid from a signed cut, agreed by both sides, and then closed. */
@ServerTest
@Import(TestService.class)
class CquinStatementsTest {

    private static final String HIP = "hip-fracture-surgery-36h";

    private final TestService service;
    private final CquinContracts contracts;
    private final CquinStatements statements;
    private final DSLContext sql;

    private TestService.Pair pair = new TestService.Pair("", "");
    private Actor.Person payer = new Actor.Person("", "", "", "");
    private Actor.Person hospital = new Actor.Person("", "", "", "");

    CquinStatementsTest(TestService service, CquinContracts contracts, CquinStatements statements, DSLContext sql) {
        this.service = service;
        this.contracts = contracts;
        this.statements = statements;
        this.sql = sql;
    }

    @BeforeEach
    void newOrganisations() {
        pair = service.pair();
        payer = service.person(Role.COMMISSIONER, pair.commissioner());
        hospital = service.person(Role.ACCOUNTABLE_OFFICER, pair.provider());
    }

    @Test
    void a_contract_is_paid_to_the_penny_from_the_exact_counts_of_the_cut_and_explains_every_line() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 12, 16);

        Statement statement = statements.price(contract, cut("2017-05").id(), payer);

        assertThat(statement.total()).hasToString("£12,500.00");
        assertThat(statement.lines().getFirst().explanation())
                .isEqualTo("The scheme of 2017/18 is 2.5% of the contract value of £1,000,000.00. This goal weighs 100%"
                        + " of it, so it can pay up to £25,000.00. Rule for 2017/18: it pays nothing at 60%,"
                        + " everything at 90% or more, and in proportion between the two. Found for May 2017: 12 of"
                        + " 16, which is 75%. The goal earns 50% of its money: £12,500.00.");
    }

    @Test
    void a_live_correction_changes_nothing_and_the_same_cut_gives_the_same_statement_again() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 12, 16);
        Cut cut = cut("2017-05");
        Statement first = statements.price(contract, cut.id(), payer);

        send("2017-05", 16, 16);
        Statement again = statements.price(contract, cut.id(), hospital);

        assertThat(again).isEqualTo(first);
        assertThat(statements.of(contract)).hasSize(1);
    }

    @Test
    void the_rules_of_the_first_year_pay_the_same_data_for_being_sent_and_change_no_statement() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 12, 16);
        Statement kept = statements.price(contract, cut("2017-05").id(), payer);

        Pricing other = statements.reprice(contract, kept.cutId(), new FinancialYear(2009));

        assertThat(other.total()).hasToString("£5,000.00");
        assertThat(other.scheme().year()).isEqualTo("2009-10");
        assertThat(statements.of(contract)).containsExactly(kept);
    }

    @Test
    void an_agreed_statement_is_closed_and_a_later_cut_posts_the_difference() {
        Contract contract = contract(
                "1,Operate in time," + HIP + ",60,linear 60 to 90,2017-05,",
                "2,Keep operating in time," + HIP + ",40,all or nothing at 70,2017-06,");
        send("2017-05", 12, 16);
        send("2017-06", 18, 20);
        Statement first = statements.price(contract, cut("2017-05", "2017-06").id(), payer);
        agreeBoth(first);
        Statement closed = statements.find(contract, 1).orElseThrow();

        send("2017-05", 14, 16);
        send("2017-06", 13, 20);
        Statement second = statements.price(contract, cut("2017-05", "2017-06").id(), payer);

        assertThat(first.total()).hasToString("£17,500.00");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.kind()).isEqualTo(Statement.Kind.ADJUSTMENT);
        assertThat(second.lines().get(0).amount()).hasToString("£6,250.00");
        assertThat(second.lines().get(1).amount()).hasToString("minus £10,000.00");
        assertThat(second.lines().get(1).explanation()).endsWith("so this statement takes back £10,000.00.");
        assertThat(second.total()).hasToString("minus £3,750.00");
        assertThat(statements.find(contract, 1).orElseThrow()).isEqualTo(closed);
    }

    @Test
    void a_cut_that_changes_nothing_after_agreement_posts_nothing() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,all or nothing at 50,2017-05,");
        send("2017-05", 12, 16);
        agreeBoth(statements.price(contract, cut("2017-05").id(), payer));

        send("2017-05", 13, 16);
        Statement latest = statements.price(contract, cut("2017-05").id(), payer);

        assertThat(latest.number()).isEqualTo(1);
    }

    @Test
    void the_database_refuses_to_change_or_delete_what_was_stated() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 12, 16);
        statements.price(contract, cut("2017-05").id(), payer);

        assertThatThrownBy(() -> sql.execute("update payment.statement_line set amount_pence = 1, earned_pence = 1"))
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> sql.execute("delete from payment.statement")).hasMessageContaining("only grows");
        assertThatThrownBy(() -> sql.execute("truncate payment.agreement")).hasMessageContaining("only grows");
    }

    @Test
    void check_08_one_person_cannot_agree_for_both_sides_and_nobody_twice_or_after_the_close() {
        Statement statement = priced();

        statements.agree(statement, Party.COMMISSIONER, payer);

        assertThatThrownBy(() -> statements.agree(statement, Party.PROVIDER, payer))
                .isInstanceOf(NotPriceable.class)
                .hasMessageContaining("Somebody else");
        assertThatThrownBy(() -> statements.agree(statement, Party.COMMISSIONER, hospital))
                .isInstanceOf(NotPriceable.class)
                .hasMessageContaining("has agreed this statement already");
        statements.agree(statement, Party.PROVIDER, hospital);
        assertThatThrownBy(() -> statements.dispute(statement, 1, Party.PROVIDER, "Wrong", hospital))
                .isInstanceOf(NotPriceable.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_dispute_blocks_agreement_until_the_other_side_answers_it() {
        Statement statement = priced();

        statements.dispute(statement, 1, Party.PROVIDER, "One patient was unfit for surgery.", hospital);

        assertThatThrownBy(() -> statements.agree(statement, Party.COMMISSIONER, payer))
                .hasMessageContaining("dispute waits");
        Statement.Dispute dispute = current(statement).disputes().getFirst();
        assertThatThrownBy(() -> statements.answer(statement, dispute.id(), Party.PROVIDER, "Yes", hospital))
                .hasMessageContaining("other side");
        statements.answer(statement, dispute.id(), Party.COMMISSIONER, "The definition counts everyone.", payer);
        agreeBoth(statement);
        assertThat(current(statement).isAgreed()).isTrue();
        assertThat(current(statement).disputes().getFirst().answer()).isPresent();
    }

    @Test
    void a_figure_that_the_cut_does_not_hold_earns_nothing_and_says_so() {
        Contract contract = contract(
                "1,Operate in time," + HIP + ",50,linear 60 to 90,2017-05,",
                "2,Another month," + HIP + ",50,linear 60 to 90,2017-06,");
        send("2017-05", 16, 16);

        Statement statement = statements.price(contract, cut("2017-05").id(), payer);

        assertThat(statement.total()).hasToString("£12,500.00");
        assertThat(statement.lines().get(1).explanation()).contains("the cut does not hold this figure");
    }

    @Test
    void a_year_with_a_month_missing_is_not_paid() {
        Contract contract = contract("1,Operate in time all year," + HIP + ",100,all or nothing at 1,,");
        send("2017-05", 16, 16);

        Statement statement = statements.price(
                contract,
                service.freeze(HIP + "." + pair.provider() + ".FY2017-18").id(),
                payer);

        assertThat(statement.total()).isEqualTo(Money.NOTHING);
        assertThat(statement.lines().getFirst().explanation()).contains("1 of 12 months");
    }

    @Test
    void nothing_is_paid_from_a_cut_that_was_tampered_with_or_does_not_exist() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 12, 16);
        Cut cut = cut("2017-05");
        DatabaseOwner.execute(sql, "alter table indicators.cut disable trigger cut_no_change");
        try {
            sql.execute(
                    "update indicators.cut set content = replace(content, '\"numerator\":12', '\"numerator\":16')"
                            + " where id = ?",
                    cut.id());
        } finally {
            DatabaseOwner.execute(sql, "alter table indicators.cut enable trigger cut_no_change");
        }

        assertThatThrownBy(() -> statements.price(contract, cut.id(), payer))
                .isInstanceOf(NotPriceable.class)
                .hasMessageContaining("cannot be trusted");
        assertThatThrownBy(() -> statements.price(contract, UUID.randomUUID(), payer))
                .isInstanceOf(NotPriceable.class);
    }

    @Test
    void payment_uses_the_exact_value_and_never_the_rounded_one_that_the_public_sees() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,all or nothing at 90,2017-05,");
        // Exactly 12 of 13 is 92.3%; rounded to 5 it would be 10 of 15 and miss the mark.
        send("2017-05", 12, 13);

        Statement statement = statements.price(contract, cut("2017-05").id(), payer);

        assertThat(statement.total()).hasToString("£25,000.00");
        PublicPricing open = statements.published(statement);
        assertThat(open.total()).hasToString("£0.00 to £25,000.00");
        assertThat(open.lines().getFirst().explanation()).doesNotContain("12 of 13", "92.3");
    }

    @Test
    void two_results_that_look_alike_in_public_have_the_same_public_statement() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 81, 100);
        PublicPricing one =
                statements.published(statements.price(contract, cut("2017-05").id(), payer));
        send("2017-05", 79, 102);
        PublicPricing other =
                statements.published(statements.price(contract, cut("2017-05").id(), payer));

        assertThat(other).isEqualTo(one);
        assertThat(one.total().isKnown()).isFalse();
    }

    @Test
    void the_true_amount_of_a_whole_year_lies_in_what_the_public_sees() {
        Contract contract = contract("1,Operate in time all year," + HIP + ",100,linear 0 to 100,,");
        int[] operated = {9, 3, 0, 12, 18, 5, 7, 8, 22, 1, 13, 11};
        int month = 4;
        int year = 2017;
        for (int count : operated) {
            send("%d-%02d".formatted(year, month), count, count + 9);
            year = month == 12 ? year + 1 : year;
            month = month == 12 ? 1 : month + 1;
        }

        Statement statement = statements.price(
                contract,
                service.freeze(HIP + "." + pair.provider() + ".FY2017-18").id(),
                payer);

        PublicPricing open = statements.published(statement);
        assertThat(statement.total()).isEqualTo(new Money(25_000_00L * 109 / 217));
        assertThat(statement.total())
                .isBetween(open.total().least(), open.total().most());
        assertThat(open.total().isKnown()).isFalse();
    }

    private Contract contract(String... goals) {
        return service.contract(pair, "2017-18", "1000000.00", goals);
    }

    private Statement priced() {
        Contract contract = contract("1,Operate in time," + HIP + ",100,linear 60 to 90,2017-05,");
        send("2017-05", 12, 16);
        return statements.price(contract, cut("2017-05").id(), payer);
    }

    private Statement current(Statement statement) {
        Contract contract = contracts.find(statement.contractId()).orElseThrow();
        return statements.find(contract, statement.number()).orElseThrow();
    }

    private void agreeBoth(Statement statement) {
        statements.agree(statement, Party.COMMISSIONER, payer);
        statements.agree(statement, Party.PROVIDER, hospital);
    }

    private void send(String month, long numerator, long denominator) {
        service.send(HIP + "," + pair.provider() + ",," + month + "," + numerator + "," + denominator);
    }

    private Cut cut(String... months) {
        String[] figures = Arrays.stream(months)
                .map(month -> HIP + "." + pair.provider() + "." + month)
                .toArray(String[]::new);
        return service.freeze(figures);
    }
}
