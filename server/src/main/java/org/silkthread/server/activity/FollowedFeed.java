package org.silkthread.server.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.store.SayingTable.Heard;

/** What is known of one feed's attendances. Each is worked out again only when something new was said of it. */
final class FollowedFeed {

    private final Duration span;
    private final Map<String, Told> told = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private Instant newest = Instant.MIN;

    FollowedFeed(Duration span) {
        this.span = span;
    }

    Duration span() {
        return span;
    }

    /** Takes in a saying; one that is known already changes nothing. */
    void add(Heard heard) {
        String attendance = heard.saying().attendance();
        told.computeIfAbsent(attendance, number -> new Told()).add(heard);
        touched.add(attendance);
        newest = newest.isBefore(heard.receivedAt()) ? heard.receivedAt() : newest;
    }

    Optional<Instant> newest() {
        return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
    }

    List<Attendance> attendances(Instant now) {
        Instant oldest = now.minus(span);
        told.values().removeIf(one -> one.newest.isBefore(oldest));
        touched.forEach(attendance -> Optional.ofNullable(told.get(attendance)).ifPresent(Told::workOut));
        touched.clear();
        return told.values().stream().flatMap(one -> one.attendance.stream()).toList();
    }

    /** What was said of one attendance, and what it comes to. */
    private static final class Told {

        private final Map<Long, Saying> sayings = new HashMap<>();
        private Instant newest = Instant.MIN;
        private Optional<Attendance> attendance = Optional.empty();

        void add(Heard heard) {
            sayings.put(heard.id(), heard.saying());
            newest = newest.isBefore(heard.receivedAt()) ? heard.receivedAt() : newest;
        }

        void workOut() {
            attendance = Optional.of(Attendance.of(sayings.values()));
        }
    }
}
