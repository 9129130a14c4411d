package org.silkthread.server.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An attendance of a department as it stands after some messages.
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
        Map<Item, String> items = new TreeMap<>();
        sayings.stream()
                .sorted(Saying.IN_ORDER)
                .forEach(saying -> saying.items()
                        .forEach((item, value) ->
                                value.ifPresentOrElse(text -> items.put(item, text), () -> items.remove(item))));
        return new Attendance(sayings.iterator().next().attendance(), items);
    }

    public Optional<String> get(Item.Kind kind) {
        return Optional.ofNullable(items.get(Item.of(kind)));
    }

    /** When something happened. */
    public Optional<Instant> at(Item.Kind moment) {
        return get(moment).map(Instant::parse);
    }

    /** How long each test took from asking to the final result; those without one, or without the time of asking, are not in it. */
    public List<Duration> waitsForResults() {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Item.Kind.RESULTED)
                .flatMap(entry -> Optional.ofNullable(
                        items.get(new Item(Item.Kind.TESTED, entry.getKey().test())))
                        .map(asked -> Duration.between(Instant.parse(asked), Instant.parse(entry.getValue())))
                        .stream())
                .sorted()
                .toList();
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
