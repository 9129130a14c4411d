package org.silkthread.server.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.activity.store.PatientMergeTable;
import org.silkthread.server.activity.store.SayingTable;
import org.silkthread.server.feeds.Feed;
import org.springframework.stereotype.Component;

/** The attendances of departments, now and as they stood at any moment of the past. */
@Component
public class Attendances {

    private final SayingTable sayings;
    private final PatientMergeTable merges;

    Attendances(SayingTable sayings, PatientMergeTable merges) {
        this.sayings = sayings;
        this.merges = merges;
    }

    /**
     * The attendances that something was said of in a stretch of time, as they stood at its end. It reads as the system;
     * what it gives back is for counting, and for eyes only after the policy has been asked.
     *
     * @param from the first moment of receipt that is looked at
     * @param asAt what was received later is not known yet
     */
    public List<Attendance> of(Feed feed, Instant from, Instant asAt) {
        return DataScope.asSystem("counting the attendances of a department", () -> read(feed, from, asAt));
    }

    /**
     * The attendances of one person, in any department. A number alone is never enough: where the sender gave a date of
     * birth, it is the person's, too. What it gives back is for eyes that were let into the person's record.
     *
     * @param nhsNumber ten digits
     */
    public List<FeedAttendance> of(String nhsNumber, LocalDate born, Instant asAt) {
        return DataScope.asSystem("a person's own attendances", () -> read(nhsNumber, born, asAt));
    }

    private List<FeedAttendance> read(String nhsNumber, LocalDate born, Instant asAt) {
        Map<String, List<Saying>> byFeed = sayings.ofPerson(nhsNumber, asAt);
        List<FeedAttendance> found = new ArrayList<>();
        byFeed.forEach((feed, said) -> fold(feed, said, asAt).stream()
                .filter(Attendance::counts)
                .filter(attendance -> isOf(attendance, nhsNumber, born))
                .forEach(attendance -> found.add(new FeedAttendance(feed, attendance))));
        return List.copyOf(found);
    }

    private static boolean isOf(Attendance attendance, String nhsNumber, LocalDate born) {
        return attendance.get(Item.Kind.NHS_NUMBER).filter(nhsNumber::equals).isPresent()
                && attendance
                        .get(Item.Kind.BIRTH_DATE)
                        .filter(said -> !said.equals(born.toString()))
                        .isEmpty();
    }

    private List<Attendance> read(Feed feed, Instant from, Instant asAt) {
        List<Saying> said = sayings.received(feed.code(), from, asAt).stream()
                .map(SayingTable.Heard::saying)
                .toList();
        return fold(feed.code(), said, asAt);
    }

    private List<Attendance> fold(String feed, List<Saying> said, Instant asAt) {
        List<Merge> merged = merges.of(feed, patients(said), asAt);
        return said.stream().collect(Collectors.groupingBy(Saying::attendance)).values().stream()
                .map(about -> Attendance.of(about, merged))
                .toList();
    }

    private static Set<String> patients(Collection<Saying> sayings) {
        Item patient = Item.of(Item.Kind.PATIENT);
        return sayings.stream()
                .flatMap(saying -> saying.items().entrySet().stream())
                .filter(entry -> entry.getKey().equals(patient))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * When the newest message of a feed in a stretch of time was received, as far as it was about an attendance. Says
     * nothing about anybody.
     */
    public Optional<Instant> newest(Feed feed, Instant from, Instant asAt) {
        return DataScope.asSystem(
                "saying how fresh a department's feed is", () -> sayings.newest(feed.code(), from, asAt));
    }
}
