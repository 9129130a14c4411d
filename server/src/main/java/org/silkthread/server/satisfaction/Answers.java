package org.silkthread.server.satisfaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.satisfaction.store.AnswerTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes answers in. What one page sends counts once, and a point takes no more than people can give. */
@Service
public class Answers {

    /** A second tap within this time is the same person's, whatever page it comes from. */
    public static final Duration QUIET = Duration.ofSeconds(3);

    /** How many answers a point takes in a minute, taps and forms each. */
    public static final int MOST_IN_A_MINUTE = 12;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AnswerTable table;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Answers(AnswerTable table, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What somebody sent by the form.
     *
     * @param replies to the questions that were answered
     * @param words in their own words; not blank
     */
    public record Form(Grade grade, Map<FormQuestion, FormQuestion.Reply> replies, Optional<String> words) {

        public Form {
            replies = Map.copyOf(replies);
        }
    }

    /**
     * Takes a tap.
     *
     * @param once another one for each page that is shown
     */
    public Receipt tap(CollectionPoint point, Grade grade, UUID once) {
        Instant now = clock.instant();
        return inOrder(point, () -> {
            if (table.knows(once) || table.since(point.id(), AnswerTable.TAP, now.minus(QUIET)) > 0) {
                return Receipt.COUNTED_BEFORE;
            }
            if (table.since(point.id(), AnswerTable.TAP, now.minus(MINUTE)) >= MOST_IN_A_MINUTE) {
                return Receipt.TOO_MANY;
            }
            table.add(point.id(), AnswerTable.TAP, grade, once, now);
            return Receipt.COUNTED;
        });
    }

    /** Takes a form. */
    public Receipt tell(CollectionPoint point, Form form, UUID once) {
        Instant now = clock.instant();
        return inOrder(point, () -> {
            if (table.knows(once)) {
                return Receipt.COUNTED_BEFORE;
            }
            if (table.since(point.id(), AnswerTable.FORM, now.minus(MINUTE)) >= MOST_IN_A_MINUTE) {
                return Receipt.TOO_MANY;
            }
            long answer = table.add(point.id(), AnswerTable.FORM, form.grade(), once, now);
            form.replies().forEach((question, reply) -> table.addReply(answer, question, reply));
            form.words().ifPresent(words -> table.addWords(answer, words));
            return Receipt.COUNTED;
        });
    }

    /** One answer of a point after another, whichever server takes it. Whoever answers has no rights of their own. */
    private Receipt inOrder(CollectionPoint point, Supplier<Receipt> work) {
        return DataScope.asSystem(
                "somebody's answer",
                () -> transaction.execute(status -> {
                    table.waitForTurn(point.id());
                    return work.get();
                }));
    }
}
