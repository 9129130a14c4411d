package org.silkthread.server.waits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events of an attendance on the time line. A wall-clock time in the hour that occurs twice is put where the order
 * of care allows it: the arrival comes first, results after their request, the departure last. Where both places keep
 * the order, the first is taken and the event is marked.
 */
record Timeline(List<Entry> entries) {

    /**
     * @param isAmbiguous whether another moment, an hour later, would fit as well
     */
    record Entry(EmergencyEvent.Kind kind, Instant at, boolean isAmbiguous) {}

    static Timeline of(Collection<EmergencyEvent> events) {
        List<EmergencyEvent> all = List.copyOf(events);
        Instant[] first = firstThatFit(all);
        Instant[] last = lastThatFit(all);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            entries.add(new Entry(all.get(i).kind(), first[i], !first[i].equals(last[i])));
        }
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::kind));
        return new Timeline(List.copyOf(entries));
    }

    /** The events up to a moment; what happened later was not known then. */
    Timeline until(Instant moment) {
        return new Timeline(
                entries.stream().filter(entry -> !entry.at().isAfter(moment)).toList());
    }

    Stream<Entry> of(EmergencyEvent.Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind);
    }

    Optional<Instant> first(EmergencyEvent.Kind kind) {
        return of(kind).map(Entry::at).findFirst();
    }

    List<Entry> departures() {
        return entries.stream().filter(entry -> entry.kind().isDeparture()).toList();
    }

    /** Starts with the earliest moments and moves an event to its later one only where the order asks for it. */
    private static Instant[] firstThatFit(List<EmergencyEvent> events) {
        Instant[] at = events.stream().map(event -> event.time().earliest()).toArray(Instant[]::new);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j < at.length; j++) {
                    Instant later = events.get(j).time().latest();
                    if (isOutOfOrder(events, at, i, j) && !at[i].isAfter(later) && !at[j].equals(later)) {
                        at[j] = later;
                        moved = true;
                    }
                }
            }
        }
        return at;
    }

    /** Starts with the latest moments and moves an event to its earlier one only where the order asks for it. */
    private static Instant[] lastThatFit(List<EmergencyEvent> events) {
        Instant[] at = events.stream().map(event -> event.time().latest()).toArray(Instant[]::new);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j < at.length; j++) {
                    Instant earlier = events.get(i).time().earliest();
                    if (isOutOfOrder(events, at, i, j) && !earlier.isAfter(at[j]) && !at[i].equals(earlier)) {
                        at[i] = earlier;
                        moved = true;
                    }
                }
            }
        }
        return at;
    }

    private static boolean isOutOfOrder(List<EmergencyEvent> events, Instant[] at, int i, int j) {
        return events.get(i).kind().precedes(events.get(j).kind()) && at[i].isAfter(at[j]);
    }
}
