package org.silkthread.server.activity.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.feeds.Inbox;
import org.silkthread.server.feeds.Receipt;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.ImportReport.Outcome;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.stereotype.Component;

/**
 * Takes in files of events. A file is one message of its feed: all of it counts or nothing. One that has a bad row waits in
 * the feed's queue, too, where a person can mend it.
 */
@Component
class EventImports implements Importers {

    private static final String KIND = "ed-events";
    private static final int LONGEST = 8 << 20;

    private final Feeds feeds;
    private final Inbox inbox;
    private final AuditTrail audit;

    EventImports(Feeds feeds, Inbox inbox, AuditTrail audit) {
        this.feeds = feeds;
        this.inbox = inbox;
        this.audit = audit;
    }

    @Override
    public List<Importer> importers() {
        return List.of(new Importer(KIND, "events of attendances in the documented layout", this::importFile));
    }

    private ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        if (options.acceptGoodRows()) {
            throw new IllegalArgumentException("A file of events is taken in as a whole or not at all.");
        }
        byte[] content = content(source);
        EventFile file = parsed(name, content);
        if (content.length > LONGEST) {
            file.problems()
                    .add(new RowProblem(
                            name, 0, "", content.length + " bytes", "at most " + LONGEST + ": send it in parts"));
            return ImportReport.refused(name, file.rows(), file.problems());
        }
        Optional<Feed> feed = feed(name, file);
        if (!file.problems().none()) {
            if (!options.dryRun()) {
                feed.ifPresent(found -> settled(refuse(found, content, EventFiles.inWords(file.problems()))));
            }
            return ImportReport.refused(name, file.rows(), file.problems());
        }
        return options.dryRun()
                ? report(name, Outcome.CHECKED, file, true)
                : keep(name, feed.orElseThrow(), content, file, actor);
    }

    private static byte[] content(TabularFile.Source source) {
        try (InputStream in = source.open()) {
            return in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file of events", e);
        }
    }

    private static EventFile parsed(String name, byte[] content) {
        try {
            return EventFile.read(name, () -> new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    /** The one feed that the file is for. What is wrong with it is added to the file's problems. */
    private Optional<Feed> feed(String name, EventFile file) {
        if (file.feeds().size() != 1) {
            file.feeds().values().stream()
                    .skip(1)
                    .forEach(row -> file.problems().add(row.problem("feed", "one feed in all rows")));
            if (file.problems().none()) {
                file.problems().add(new RowProblem(name, 0, "", "", "at least one row"));
            }
            return Optional.empty();
        }
        Map.Entry<String, Row> named = file.feeds().entrySet().iterator().next();
        Row row = named.getValue();
        Optional<Feed> feed = feeds.find(named.getKey())
                .filter(found -> found.open() && found.profile().equals(EventFiles.PROFILE));
        if (feed.isEmpty()) {
            file.problems().add(row.problem("feed", "an open feed that is read as " + EventFiles.PROFILE));
            return feed;
        }
        if (!feed.get().organisation().equals(row.text("organisation"))) {
            file.problems().add(row.problem("organisation", "the organisation of the feed"));
            return Optional.empty();
        }
        return feed;
    }

    private ImportReport keep(String name, Feed feed, byte[] content, EventFile file, Actor actor) {
        return switch (settled(receive(feed, content))) {
            case Receipt.Taken taken -> {
                audit.record(new AuditEvent(
                        actor, "feeds.import-events", "feed/" + feed.code(), file.rows() + " events from a file"));
                yield report(name, Outcome.IMPORTED, file, true);
            }
            case Receipt.Again again -> report(name, Outcome.IMPORTED, file, false);
            case Receipt.Refused refused -> {
                file.problems().add(new RowProblem(name, 0, "", "a file that was not taken", refused.why()));
                yield ImportReport.refused(name, file.rows(), file.problems());
            }
        };
    }

    private static ImportReport report(String name, Outcome outcome, EventFile file, boolean isNew) {
        long rows = file.rows();
        return new ImportReport(name, outcome, rows, isNew ? rows : 0, 0, isNew ? 0 : rows, 0, List.of(), 0, List.of());
    }

    private CompletableFuture<Receipt> receive(Feed feed, byte[] content) {
        try {
            return inbox.receive(feed, content);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private CompletableFuture<Receipt> refuse(Feed feed, byte[] content, String why) {
        try {
            return inbox.refuse(feed, content, why);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static Receipt settled(CompletableFuture<Receipt> receipt) {
        try {
            return receipt.get();
        } catch (InterruptedException e) {
            throw stopped(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The file could not be kept", e);
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The server stops", e);
    }
}
