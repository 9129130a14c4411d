package org.silkthread.server.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.feeds.store.FeedTable;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens, changes and closes feeds by a file. Its layout is in docs/reference/feeds.md. */
@Component
class FeedImports implements Importers {

    private static final String KIND = "feeds";
    private static final TabularLayout LAYOUT =
            TabularLayout.withHeader("code", "organisation", "name", "profile", "silence_minutes", "port", "open");
    private static final int LONGEST_SILENCE = 10_080;
    private static final int LAST_PORT = 65_535;

    private final Readers readers;
    private final FeedTable table;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedImports(
            Readers readers,
            FeedTable table,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.readers = readers;
        this.table = table;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Importer> importers() {
        return List.of(
                new Importer(KIND, "feeds of messages: where they listen and how they are read", this::importFile));
    }

    private ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        RowProblems problems = new RowProblems();
        List<Feed> feeds = new ArrayList<>();
        try {
            new TabularFile(name, source, LAYOUT).read(row -> feeds.add(feed(row)), problems);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        long read = feeds.size() + problems.count();
        if (!problems.none() && !options.acceptGoodRows()) {
            return ImportReport.refused(name, read, problems);
        }
        return transaction.execute(status -> {
            List<Feed> known = table.all();
            List<Feed> news =
                    feeds.stream().filter(feed -> !known.contains(feed)).toList();
            long changed = news.stream()
                    .filter(feed ->
                            known.stream().anyMatch(other -> other.code().equals(feed.code())))
                    .count();
            if (!options.dryRun()) {
                news.forEach(feed -> change(feed, actor));
            }
            return new ImportReport(
                    name,
                    options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                    read,
                    news.size() - changed,
                    changed,
                    feeds.size() - news.size(),
                    problems.count(),
                    problems.kept(),
                    problems.count(),
                    List.of());
        });
    }

    private void change(Feed feed, Actor actor) {
        table.add(feed, clock.instant(), named(actor));
        audit.record(new AuditEvent(
                actor,
                feed.open() ? "feeds.open" : "feeds.close",
                "feed/" + feed.code(),
                feed.name() + " of " + feed.organisation() + ", read as " + feed.profile()));
        events.publishEvent(new FeedChanged(feed.code()));
    }

    private static String named(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.username();
            case Actor.SystemJob job -> job.name();
            case Actor.Visitor visitor -> "visitor";
        };
    }

    private Feed feed(Row row) {
        String code = row.required("code");
        if (!code.matches("[a-z0-9][a-z0-9-]{1,39}")) {
            throw row.reject("code", "2 to 40 lower-case letters, digits and hyphens");
        }
        String profile = row.required("profile");
        if (!readers.know(profile)) {
            throw row.reject("profile", "one of " + String.join(", ", readers.profiles()));
        }
        long silence = row.count("silence_minutes");
        if (silence < 1 || silence > LONGEST_SILENCE) {
            throw row.reject("silence_minutes", "1 to " + LONGEST_SILENCE + " minutes");
        }
        return new Feed(
                code,
                row.required("organisation"),
                row.required("name"),
                profile,
                Duration.ofMinutes(silence),
                port(row, profile),
                open(row));
    }

    private OptionalInt port(Row row, String profile) {
        OptionalLong port = row.optionalCount("port");
        if (port.isEmpty()) {
            return OptionalInt.empty();
        }
        if (port.getAsLong() < 1 || port.getAsLong() > LAST_PORT) {
            throw row.reject("port", "1 to " + LAST_PORT + ", or nothing");
        }
        if (readers.format(profile) != MessageFormat.HL7_V2) {
            throw row.reject("port", "nothing: only messages of HL7 version 2 come to a port");
        }
        return OptionalInt.of((int) port.getAsLong());
    }

    private static boolean open(Row row) {
        return switch (row.required("open")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.reject("open", "yes or no");
        };
    }
}
