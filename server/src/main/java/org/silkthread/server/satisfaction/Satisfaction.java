package org.silkthread.server.satisfaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.SmallNumbers;
import org.silkthread.server.satisfaction.store.AnswerTable;
import org.springframework.stereotype.Service;

/**
 * What patients of a department said, now and as it stood at any moment. Answers count from the next full quarter-hour, so
 * that nobody who stands by sees a number move when somebody taps.
 */
@Service
public class Satisfaction {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final AnswerTable table;
    private final Clock clock;

    Satisfaction(AnswerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * What was said from one moment until before another, as it was known at a third.
     *
     * @param organisation its code
     * @param department written as at its collection points; case does not matter
     * @param asAt a moment of the past, or now; what came after the quarter-hour that it lies in began is left out
     */
    public Tally of(String organisation, String department, Instant from, Instant until, Instant asAt) {
        Instant known = quarterHour(asAt);
        Instant end = earlier(until, known);
        Instant start = earlier(from, end);
        AnswerTable.Window window = new AnswerTable.Window(organisation, department, start, end, known);
        Map<Grade, Long> counts = DataScope.asSystem("counting answers", () -> table.counts(window));
        Map<Grade, PublishedCount> atLeast = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            if (grade != Grade.VERY_POOR) {
                atLeast.put(grade, published(counts, said -> said.compareTo(grade) <= 0));
            }
        }
        return new Tally(start, end, published(counts, said -> true), atLeast);
    }

    /** The share that said yes to a question of the form, of those who answered it. */
    public PublishedValue saidYes(
            String organisation, String department, FormQuestion question, Instant from, Instant until) {
        Instant known = quarterHour(clock.instant());
        Instant end = earlier(until, known);
        AnswerTable.Window window = new AnswerTable.Window(organisation, department, earlier(from, end), end, known);
        Map<FormQuestion.Reply, Long> replies =
                DataScope.asSystem("counting replies", () -> table.replies(window, question));
        long all = replies.values().stream().mapToLong(Long::longValue).sum();
        return PublishedValue.proportion(
                SmallNumbers.cell(replies.getOrDefault(FormQuestion.Reply.YES, 0L)), SmallNumbers.cell(all));
    }

    private static PublishedCount published(Map<Grade, Long> counts, Predicate<Grade> which) {
        return SmallNumbers.cell(counts.entrySet().stream()
                .filter(count -> which.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum());
    }

    private static Instant quarterHour(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
