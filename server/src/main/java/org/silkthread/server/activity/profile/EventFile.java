package org.silkthread.server.activity.profile;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.activity.Item;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.fhir.FhirTime;
import org.silkthread.server.feeds.hl7.Hl7Time;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;

/**
 * A file of events, a row each. Its layout is in docs/reference/import-ed-events.md.
 *
 * @param rows how many rows it has
 * @param sayings what the good rows say
 * @param feeds the feeds that its rows name, each with the first row that does
 * @param problems what is wrong with the others
 */
record EventFile(long rows, List<Saying> sayings, Map<String, Row> feeds, RowProblems problems) {

    private static final TabularLayout LAYOUT = TabularLayout.withHeader(
                    "organisation", "feed", "attendance", "event", "time", "sent_at")
            .withOptional("version", "value", "part");
    /** What says that something did not happen, or is not so, after all. */
    private static final String NONE = "none";

    private static final String TRUE = "true";
    private static final Set<Kind> MOMENTS = EnumSet.of(
            Kind.ARRIVED,
            Kind.ASSESSED,
            Kind.SEEN,
            Kind.TESTED,
            Kind.RESULTED,
            Kind.DECIDED,
            Kind.DEPARTED,
            Kind.OPERATION_SCHEDULED,
            Kind.OPERATION_STARTED,
            Kind.OPERATION_ENDED,
            Kind.COMPLICATED);
    private static final Set<Kind> OF_PARTS = EnumSet.of(
            Kind.TESTED,
            Kind.RESULTED,
            Kind.OPERATION_SCHEDULED,
            Kind.OPERATION_CANCELLED,
            Kind.OPERATION_STARTED,
            Kind.OPERATION_ENDED,
            Kind.PROCEDURE,
            Kind.COMPLICATION,
            Kind.COMPLICATED);
    private static final Map<String, Kind> EVENTS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(EventFile::word, kind -> kind));

    EventFile {
        sayings = List.copyOf(sayings);
    }

    /** Reads a file to its end, whatever is wrong with it. */
    static EventFile read(String name, TabularFile.Source source) throws IOException {
        RowProblems problems = new RowProblems();
        List<Saying> sayings = new ArrayList<>();
        Map<String, Row> feeds = new LinkedHashMap<>();
        TabularFile.Reading reading = new TabularFile(name, source, LAYOUT)
                .read(
                        row -> {
                            String feed = row.required("feed");
                            Row first = feeds.putIfAbsent(feed, row);
                            if (first != null && !first.text("organisation").equals(row.text("organisation"))) {
                                throw row.reject("organisation", "the same as in line " + first.line());
                            }
                            sayings.add(saying(row));
                        },
                        problems);
        return new EventFile(reading.rows(), sayings, feeds, problems);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Saying saying(Row row) {
        String attendance = row.required("attendance");
        if (attendance.length() > Envelope.LONGEST) {
            throw row.reject("attendance", "at most " + Envelope.LONGEST + " characters");
        }
        Kind kind = Optional.ofNullable(EVENTS.get(row.required("event")))
                .orElseThrow(() -> row.reject(
                        "event",
                        "one of "
                                + String.join(
                                        ", ", EVENTS.keySet().stream().sorted().toList())));
        Instant sentAt = moment(row, "sent_at").orElseThrow(() -> row.reject("sent_at", "a moment, never none"));
        OptionalLong version = row.optionalCount("version");
        return new Saying(
                attendance,
                sentAt,
                String.format(Locale.ROOT, "%020d", version.orElse(0)),
                Map.of(new Item(kind, part(row, kind)), said(row, kind)));
    }

    private static String part(Row row, Kind kind) {
        Optional<String> part = row.optional("part");
        if (OF_PARTS.contains(kind) != part.isPresent()) {
            throw row.reject(
                    "part",
                    OF_PARTS.contains(kind)
                            ? "the number of the test, operation or complication"
                            : "nothing, because " + word(kind) + " is of the attendance");
        }
        return part.orElse("");
    }

    /** What a row says; empty when it takes back what was said. */
    private static Optional<String> said(Row row, Kind kind) {
        String other = MOMENTS.contains(kind) ? "value" : "time";
        if (row.optional(other).isPresent()) {
            throw row.reject(other, "nothing, because " + word(kind) + " has none");
        }
        return MOMENTS.contains(kind) ? moment(row, "time").map(Instant::toString) : code(row, kind);
    }

    private static Optional<String> code(Row row, Kind kind) {
        String text = row.required("value");
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        Optional<String> code = switch (kind) {
            case CANCELLED, OPERATION_CANCELLED -> Optional.of(text).filter(TRUE::equals);
            case NHS_NUMBER -> Codes.nhsNumber(text);
            case PRACTICE -> Optional.of(text).filter(Codes::isPractice);
            case PROCEDURE -> Codes.procedure(text);
            case COMPLICATION -> Codes.complication(text);
            default -> Optional.of(text).filter(any -> any.length() <= Envelope.LONGEST);
        };
        return Optional.of(code.orElseThrow(() -> row.reject("value", expected(kind))));
    }

    private static String expected(Kind kind) {
        return switch (kind) {
            case CANCELLED, OPERATION_CANCELLED -> "true or none";
            case NHS_NUMBER -> "ten digits with the right check digit";
            case PRACTICE -> "the code of a practice, such as V81999";
            case PROCEDURE -> "a code of OPCS-4, such as M65.3";
            case COMPLICATION -> Codes.COMPLICATIONS;
            default -> "at most " + Envelope.LONGEST + " characters";
        };
    }

    private static Optional<Instant> moment(Row row, String column) {
        String text = row.required(column);
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(FhirTime.moment(text)
                .or(() -> local(text))
                .orElseThrow(() -> row.reject(
                        column, "a moment such as 2026-11-21T09:30, with an offset where the clocks change")));
    }

    private static Optional<Instant> local(String text) {
        try {
            return Hl7Time.inTheUnitedKingdom(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
