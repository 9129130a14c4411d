package org.silkthread.server.waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;
import org.silkthread.server.waiting.store.ReferralEventTable;
import org.silkthread.server.waits.Message;
import org.silkthread.server.waits.ReferralEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in events of referrals by a file. Its layout is in docs/reference/import-referral-events.md. */
@Component
class ReferralEventImports implements Importers {

    private static final String KIND = "referral-events";
    private static final String WITHDRAWN = "withdrawn";
    private static final TabularLayout LAYOUT = TabularLayout.withHeader(
            "organisation",
            "pathway",
            "service",
            "nhs_number",
            "date_of_birth",
            "id",
            "version",
            "event",
            "day",
            "detail");

    private final ReferralEventTable table;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReferralEventImports(ReferralEventTable table, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Importer> importers() {
        return List.of(new Importer(
                KIND, "events on the way from referral to treatment, for people's own clocks", this::importFile));
    }

    private ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        RowProblems problems = new RowProblems();
        List<ReferralEventTable.Row> rows = new ArrayList<>();
        try {
            new TabularFile(name, source, LAYOUT).read(row -> rows.add(read(row)), problems);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        long read = rows.size() + problems.count();
        if (!problems.none() && !options.acceptGoodRows()) {
            return ImportReport.refused(name, read, problems);
        }
        return transaction.execute(status -> {
            Instant now = clock.instant();
            long added = rows.stream()
                    .filter(row -> table.add(row, now, named(actor)))
                    .count();
            if (options.dryRun()) {
                status.setRollbackOnly();
            } else {
                audit.record(new AuditEvent(actor, "waiting.import", "referral-events", added + " new events"));
            }
            return new ImportReport(
                    name,
                    options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                    read,
                    added,
                    0,
                    rows.size() - added,
                    problems.count(),
                    problems.kept(),
                    problems.count(),
                    List.of());
        });
    }

    private static ReferralEventTable.Row read(Row row) {
        Identity person = new Identity(number(row), row.date("date_of_birth", Row.ISO_DATE));
        String id = row.required("id");
        long version = row.count("version");
        Message<ReferralEvent> message = row.required("event").equals(WITHDRAWN)
                ? Message.withdrawn(id, version)
                : Message.of(id, version, event(row));
        return new ReferralEventTable.Row(
                row.required("organisation"), row.required("pathway"), row.required("service"), person, message);
    }

    private static NhsNumber number(Row row) {
        return switch (NhsNumber.read(row.required("nhs_number"))) {
            case NhsNumber.Accepted(NhsNumber number) -> number;
            case NhsNumber.Refused refused ->
                throw row.reject("nhs_number", "an NHS number of ten digits with the right check digit");
        };
    }

    private static ReferralEvent event(Row row) {
        Optional<ReferralEvent.Kind> kind = ReferralEvent.Kind.ofCode(row.required("event"));
        if (kind.isEmpty()) {
            throw row.reject("event", "the code of an event, or " + WITHDRAWN);
        }
        LocalDate day = row.date("day", Row.ISO_DATE);
        try {
            return new ReferralEvent(kind.get(), day, row.text("detail"));
        } catch (IllegalArgumentException e) {
            throw row.reject("detail", String.valueOf(e.getMessage()));
        }
    }

    private static String named(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.username();
            case Actor.SystemJob job -> job.name();
            case Actor.Visitor visitor -> "visitor";
        };
    }
}
