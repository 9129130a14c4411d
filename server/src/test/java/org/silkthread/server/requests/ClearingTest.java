package org.silkthread.server.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.silkthread.server.DatabaseOwner;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEntry;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.KeptForms;

/** What is kept for a day goes when the day is over, and says so. */
@ServerTest
class ClearingTest {

    private static final String WORDS = "what nobody else may read";
    private static final KeptForms.Form FORM =
            new KeptForms.Form("/provider", List.of(new KeptForms.Field("statement", WORDS)));

    private final Clearing clearing;
    private final OnceOnly onceOnly;
    private final KeptForms forms;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final DSLContext database;

    ClearingTest(
            Clearing clearing,
            OnceOnly onceOnly,
            KeptForms forms,
            Accounts accounts,
            AuditTrail audit,
            DSLContext database) {
        this.clearing = clearing;
        this.onceOnly = onceOnly;
        this.forms = forms;
        this.accounts = accounts;
        this.audit = audit;
        this.database = database;
    }

    @Test
    void check_38_what_is_over_its_day_goes_with_one_entry_of_how_much_and_not_whose() {
        clearing.run();
        String owner = somebody();
        String other = somebody();
        OnceOnly.Key key = new OnceOnly.Key(owner, "key of the request");
        onceOnly.ofProgram(key, WORDS);
        onceOnly.answered(key, Optional.empty(), OnceOnly.Answer.redirect(303, "/provider"));
        forms.keep(owner, FORM);
        forms.keep(other, FORM);
        twoDaysAgo("requests.once set begun_at = begun_at - interval '2 days', done_at = done_at", owner);
        twoDaysAgo("identity.kept_form set kept_at = kept_at", owner);
        List<AuditEntry> before = audit.of(Clearing.SUBJECT);

        clearing.run();

        List<AuditEntry> after = audit.of(Clearing.SUBJECT);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.getFirst().event()).satisfies(event -> {
            assertThat(event.action()).isEqualTo("requests.clear");
            assertThat(event.actor()).isEqualTo(new Actor.SystemJob("clearing"));
            assertThat(event.detail()).isEqualTo("answers to what counts once: 1, forms kept after a session: 1");
            assertThat(event.person() + event.reason()).isEmpty();
        });
        assertThat(rows("requests.once", owner)).isZero();
        assertThat(rows("identity.kept_form", owner)).isZero();
        assertThat(forms.of(other)).as("A form of today").isPresent();

        clearing.run();
        assertThat(audit.of(Clearing.SUBJECT))
                .as("Nothing was removed, so there is nothing to say")
                .hasSameSizeAs(after);
    }

    private String somebody() {
        String username = "clearing-" + UUID.randomUUID();
        accounts.create(username, "Somebody", "lanterns over the mill pond", Set.of(), new Actor.SystemJob("test"));
        return username;
    }

    private void twoDaysAgo(String table, String username) {
        DatabaseOwner.execute(database, "update " + table + " - interval '2 days' where username = '" + username + "'");
    }

    private int rows(String table, String username) {
        return database.fetch("select username from " + table + " where username = ?", username)
                .size();
    }
}
