package org.silkthread.server.satisfaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.satisfaction.store.AnswerTable;
import org.silkthread.server.satisfaction.store.PointTable;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in how many cards of each kind were found in a department's box, by day. A row says how many there are by now; the
 * same row again adds nothing. Its layout is in docs/reference/satisfaction.md.
 */
@Component
class PaperAnswers implements Importers {

    private static final String KIND = "patient-answers";
    private static final TabularLayout LAYOUT =
            TabularLayout.withHeader("organisation", "department", "day", "very_good", "good", "poor", "very_poor");
    private static final long MOST_CARDS = 10_000;

    private final PointTable points;
    private final AnswerTable answers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaperAnswers(
            PointTable points, AnswerTable answers, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.points = points;
        this.answers = answers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The cards of one box on one day. */
    private record Box(CollectionPoint point, LocalDate day, Map<Grade, Long> cards) {}

    @Override
    public List<Importer> importers() {
        return List.of(
                new Importer(KIND, "what patients said on cards, counted by department and day", this::importFile));
    }

    private ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        RowProblems problems = new RowProblems();
        List<Box> boxes = new ArrayList<>();
        try {
            new TabularFile(name, source, LAYOUT).read(row -> boxes.add(box(row)), problems);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        long read = boxes.size() + problems.count();
        if (!problems.none() && !options.acceptGoodRows()) {
            return ImportReport.refused(name, read, problems);
        }
        return transaction.execute(status -> {
            long cards = 0;
            long news = 0;
            for (Box box : boxes) {
                long added = answers.addMissing(cards(box));
                cards += added;
                news += added > 0 ? 1 : 0;
            }
            if (options.dryRun()) {
                status.setRollbackOnly();
            } else {
                audit.record(new AuditEvent(actor, "satisfaction.import", "patient-answers", cards + " new cards"));
            }
            return new ImportReport(
                    name,
                    options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                    read,
                    news,
                    0,
                    boxes.size() - news,
                    problems.count(),
                    problems.kept(),
                    problems.count(),
                    List.of());
        });
    }

    private Box box(Row row) {
        String department = row.required("department");
        Optional<CollectionPoint> point = points.of(row.required("organisation")).stream()
                .filter(known -> known.department().equalsIgnoreCase(department))
                .findFirst();
        if (point.isEmpty()) {
            throw row.reject("department", "a department that has a screen and form");
        }
        LocalDate day = row.date("day", Row.ISO_DATE);
        if (day.isAfter(UkTime.today(clock))) {
            throw row.reject("day", "a day that is not in the future");
        }
        Map<Grade, Long> cards = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            String column = grade.code().replace('-', '_');
            long count = row.count(column);
            if (count > MOST_CARDS) {
                throw row.reject(column, "at most " + MOST_CARDS + " cards");
            }
            cards.put(grade, count);
        }
        return new Box(point.get(), day, cards);
    }

    /** Each card gets the same number whenever the row is read, so that it counts once. */
    private List<AnswerTable.Card> cards(Box box) {
        Instant now = clock.instant();
        Instant noon = box.day().atTime(LocalTime.NOON).atZone(UkTime.ZONE).toInstant();
        List<AnswerTable.Card> cards = new ArrayList<>();
        box.cards().forEach((grade, count) -> {
            for (long number = 1; number <= count; number++) {
                String name = box.point().organisation() + "\n"
                        + box.point().department().toLowerCase(Locale.UK) + "\n" + box.day() + "\n" + grade
                        + "\n" + number;
                cards.add(new AnswerTable.Card(
                        box.point().id(),
                        grade,
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        noon.isBefore(now) ? noon : now,
                        now));
            }
        });
        return cards;
    }
}
