package org.silkthread.server.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An attendance as it stands after some messages: a visit to a department, a stay in hospital, a contact with a service.
 *
 * @param number the sender's number for it
 * @param items what is known of it
 */
public record Attendance(String number, Map<Item, String> items) {

    public Attendance {
        items = Map.copyOf(items);
    }

    /**
     * What several messages about one attendance come to: of each item, what was said last.
     *
     * @param sayings at least one, all of the same attendance
     */
    public static Attendance of(Collection<Saying> sayings) {
        return of(sayings, List.of());
    }

    /**
     * What several messages about one attendance come to when patients' numbers were merged. A merge changes whose the
     * attendance is at the merge's own place among the sayings, by the sender's clock.
     *
     * @param sayings at least one, all of the same attendance
     * @param merges of the same feed; those of other patients change nothing
     */
    public static Attendance of(Collection<Saying> sayings, Collection<Merge> merges) {
        Map<Item, String> items = new TreeMap<>();
        Deque<Merge> ahead =
                new ArrayDeque<>(merges.stream().sorted(Merge.IN_ORDER).toList());
        sayings.stream().sorted(Saying.IN_ORDER).forEach(saying -> {
            while (!ahead.isEmpty() && !ahead.peek().isAfter(saying)) {
                merge(ahead.remove(), items);
            }
            saying.items()
                    .forEach((item, value) ->
                            value.ifPresentOrElse(text -> items.put(item, text), () -> items.remove(item)));
        });
        ahead.forEach(merge -> merge(merge, items));
        return new Attendance(sayings.iterator().next().attendance(), items);
    }

    private static void merge(Merge merge, Map<Item, String> items) {
        if (items.replace(Item.of(Item.Kind.PATIENT), merge.gone(), merge.stays())) {
            items.remove(Item.of(Item.Kind.BIRTH_DATE));
            // The number of the patient who is gone may be another person's, so without a new one there is none.
            merge.nhsNumber()
                    .ifPresentOrElse(
                            number -> items.put(Item.of(Item.Kind.NHS_NUMBER), number),
                            () -> items.remove(Item.of(Item.Kind.NHS_NUMBER)));
        }
    }

    public Optional<String> get(Item.Kind kind) {
        return Optional.ofNullable(items.get(Item.of(kind)));
    }

    /** When something happened. */
    public Optional<Instant> at(Item.Kind moment) {
        return get(moment).map(Instant::parse);
    }

    /** What is known of each part, such as the code of every complication, by the part's number. */
    public Map<String, String> parts(Item.Kind kind) {
        Map<String, String> parts = new TreeMap<>();
        items.forEach((item, text) -> {
            if (item.kind() == kind) {
                parts.put(item.part(), text);
            }
        });
        return parts;
    }

    /**
     * How long each part took from one moment to another, the shortest first: tests from asking to result, operations
     * from beginning to end. Parts that lack one of the two are not in it.
     *
     * @param start the moment at which a length begins
     * @param end the moment at which it ends
     * @param after ends of this moment and earlier are left out
     * @param until ends of this moment are the last that count
     */
    public List<Duration> lengths(Item.Kind start, Item.Kind end, Instant after, Instant until) {
        return parts(end).entrySet().stream()
                .flatMap(entry -> length(start, entry.getKey(), Instant.parse(entry.getValue()), after, until))
                .sorted()
                .toList();
    }

    private Stream<Duration> length(Item.Kind start, String part, Instant ended, Instant after, Instant until) {
        return Optional.ofNullable(items.get(new Item(start, part))).stream()
                .filter(begun -> ended.isAfter(after) && !ended.isAfter(until))
                .map(begun -> Duration.between(Instant.parse(begun), ended));
    }

    /** Whether it counts: it has an arrival and was not entered in error. */
    public boolean counts() {
        return get(Item.Kind.ARRIVED).isPresent() && get(Item.Kind.CANCELLED).isEmpty();
    }

    /** Whether the patient was in the department at a moment. */
    public boolean isThere(Instant moment) {
        return counts()
                && at(Item.Kind.ARRIVED)
                        .filter(arrived -> !arrived.isAfter(moment))
                        .isPresent()
                && at(Item.Kind.DEPARTED)
                        .filter(departed -> !departed.isAfter(moment))
                        .isEmpty();
    }
}
