package org.silkthread.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.springframework.transaction.support.TransactionTemplate;

/** The database shows a piece of work what belongs to its caller, whatever the query forgets to ask. */
@ServerTest
class RowSecurityTest {

    private static final String FORGETFUL = "select id from payment.contract";

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final String payer = "P" + UUID.randomUUID().toString().substring(0, 8);
    private final String hospital = "H" + UUID.randomUUID().toString().substring(0, 8);
    private final String contract = "2010-11-" + payer;

    RowSecurityTest(DSLContext sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @BeforeEach
    void a_contract_between_two_parties() {
        sql.execute(insertion(contract, payer, hospital));
    }

    @Test
    void given_a_query_that_forgets_its_filter_then_each_caller_sees_their_own() {
        assertThat(as(Role.COMMISSIONER, payer, this::contracts)).containsExactly(contract);
        assertThat(as(Role.QUALITY_LEAD, hospital, this::contracts)).containsExactly(contract);
        assertThat(as(Role.COMMISSIONER, "ELSEWHERE", this::contracts)).isEmpty();
        assertThat(as(Role.NATIONAL, "ENG", this::contracts)).isEmpty();
        assertThat(contracts()).contains(contract);
    }

    @Test
    void given_connections_that_change_hands_then_none_shows_what_it_showed_before() {
        for (int i = 0; i < 50; i++) {
            assertThat(as(Role.COMMISSIONER, payer, this::contracts)).containsExactly(contract);
            assertThat(as(Role.COMMISSIONER, "ELSEWHERE", this::contracts)).isEmpty();
            assertThat(contracts()).contains(contract);
        }
    }

    @Test
    void given_work_that_nobody_started_then_it_sees_nothing() throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            assertThat(thread.submit(this::contracts).get()).isEmpty();
        }
    }

    @Test
    void given_another_party_then_nothing_can_be_written_in_its_name() {
        assertThatThrownBy(() -> as(
                        Role.COMMISSIONER, payer, () -> sql.execute(insertion("2011-12-" + payer, "SOMEBODY", "ELSE"))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void given_a_transaction_then_what_it_sees_cannot_be_widened() {
        assertThatThrownBy(() -> as(
                        Role.COMMISSIONER,
                        "ELSEWHERE",
                        () -> transactions.execute(status -> DataScope.asSystem("to see more", this::contracts))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_cannot_put_row_level_security_aside() {
        assertThatThrownBy(() -> sql.execute("alter table payment.contract disable row level security"))
                .hasStackTraceContaining("must be owner");
    }

    private List<String> contracts() {
        return sql.fetch(FORGETFUL).getValues(0, String.class);
    }

    private static <T> T as(Role role, String organisation, Supplier<T> work) {
        return DataScope.asCaller(new SignedIn("somebody", "Somebody", Set.of(new Post(role, organisation))), work);
    }

    private static String insertion(String id, String payer, String hospital) {
        return "insert into payment.contract values ('" + id + "', 1, '" + payer + "', '" + hospital
                + "', '2010-11', 100000000, now(), 'test')";
    }
}
