package org.silkthread.server.waits;

import static org.silkthread.server.waits.EmergencyEvent.Kind.ADMITTED;
import static org.silkthread.server.waits.EmergencyEvent.Kind.AMBULANCE_ARRIVED;
import static org.silkthread.server.waits.EmergencyEvent.Kind.ARRIVED;
import static org.silkthread.server.waits.EmergencyEvent.Kind.ASSESSED;
import static org.silkthread.server.waits.EmergencyEvent.Kind.DECISION_TO_ADMIT;
import static org.silkthread.server.waits.EmergencyEvent.Kind.HANDED_OVER;
import static org.silkthread.server.waits.EmergencyEvent.Kind.LEFT_UNSEEN;
import static org.silkthread.server.waits.EmergencyEvent.Kind.PLANNED_FOLLOW_UP;
import static org.silkthread.server.waits.EmergencyEvent.Kind.RESULTS;
import static org.silkthread.server.waits.EmergencyEvent.Kind.SEEN;
import static org.silkthread.server.waits.EmergencyEvent.Kind.STREAMED_AWAY;
import static org.silkthread.server.waits.EmergencyEvent.Kind.TESTS_REQUESTED;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.waits.EmergencyReading.Departure;
import org.silkthread.server.waits.EmergencyReading.Standing;
import org.silkthread.server.waits.EmergencyReading.Stretch;
import org.silkthread.server.waits.Problem.Kind;

/**
 * The clock of an attendance at an emergency department. Lengths are differences of moments, to the second, so that no
 * change of the clocks lengthens or shortens them. The rules and their sources are in the reference on waiting times.
 */
public final class EmergencyClock {

    /** The longest time from arrival to departure that meets the standard. */
    public static final Duration FOUR_HOURS = Duration.ofHours(4);

    /** The longest time from the decision to admit to the admission that is allowed. */
    public static final Duration TWELVE_HOURS = Duration.ofHours(12);

    /** How long after an ambulance arrives the clock starts at the latest. */
    public static final Duration HANDOVER_ALLOWANCE = Duration.ofMinutes(15);

    private final Timeline timeline;
    private final Instant moment;
    private final Set<Problem> problems = new TreeSet<>();
    private final Optional<Instant> came;
    private final Optional<Instant> start;
    private final Optional<Departure> departure;

    private EmergencyClock(EventsInForce<EmergencyEvent> inForce, Instant moment) {
        this.timeline = Timeline.of(inForce.events()).until(moment);
        this.moment = moment;
        this.problems.addAll(inForce.problems());
        this.came = Stream.of(AMBULANCE_ARRIVED, ARRIVED, HANDED_OVER)
                .flatMap(kind -> timeline.first(kind).stream())
                .min(Instant::compareTo);
        this.start = clockStart();
        this.departure = lastDeparture();
    }

    /**
     * Reads the clock.
     *
     * @param messages everything that was sent about the attendance, in any order
     * @param moment when it is read; what happened later is left out, so the past can be read again
     */
    public static EmergencyReading read(Collection<Message<EmergencyEvent>> messages, Instant moment) {
        return new EmergencyClock(EventsInForce.of(messages), moment).reading();
    }

    private Optional<Instant> clockStart() {
        return Stream.of(
                        timeline.first(ARRIVED),
                        timeline.first(HANDED_OVER),
                        timeline.first(AMBULANCE_ARRIVED).map(at -> at.plus(HANDOVER_ALLOWANCE)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The last of several: the standard is not met by a departure that was not the end. */
    private Optional<Departure> lastDeparture() {
        List<Timeline.Entry> departures = timeline.departures();
        if (departures.size() > 1) {
            problem(Kind.TWO_DEPARTURES, "More than one departure was recorded; the last one is used.");
        }
        return departures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Departure(
                        departures.getLast().kind(), departures.getLast().at()));
    }

    private EmergencyReading reading() {
        checkArrival();
        Wait toDecision = fromArrival(DECISION_TO_ADMIT, false);
        Wait total = total();
        Wait bed = decisionToDeparture(toDecision);
        Map<Stretch, Wait> waits = new EnumMap<>(Stretch.class);
        waits.put(Stretch.TO_ASSESSMENT, fromArrival(ASSESSED, hasNone(SEEN)));
        waits.put(Stretch.TO_BE_SEEN, fromArrival(SEEN, true));
        waits.put(Stretch.TO_RESULTS, fromArrival(RESULTS, !hasNone(TESTS_REQUESTED)));
        waits.put(Stretch.TO_DECISION, toDecision);
        waits.put(Stretch.REQUEST_TO_RESULTS, requestToResults());
        waits.put(Stretch.TOTAL, total);
        waits.put(Stretch.DECISION_TO_DEPARTURE, bed);
        checkDeparture();
        Standing fourHours = isExcluded() ? Standing.NOT_COUNTED : standing(total, FOUR_HOURS);
        Standing twelveHours = twelveHours(bed);
        return new EmergencyReading(
                start,
                departure,
                waits,
                fourHours,
                twelveHours,
                ambiguous(),
                List.copyOf(problems),
                !hasNone(PLANNED_FOLLOW_UP));
    }

    private Set<EmergencyEvent.Kind> ambiguous() {
        return timeline.entries().stream()
                .filter(Timeline.Entry::isAmbiguous)
                .filter(entry -> entry.kind() != PLANNED_FOLLOW_UP)
                .map(Timeline.Entry::kind)
                .collect(Collectors.toSet());
    }

    private void checkArrival() {
        if (start.isEmpty()) {
            problem(Kind.NO_ARRIVAL, "No arrival was recorded, so no wait can be told.");
        }
        if (timeline.of(ARRIVED).map(Timeline.Entry::at).distinct().count() > 1) {
            problem(Kind.TWO_ARRIVALS, "More than one arrival was recorded; the first one is used.");
        }
    }

    private void checkDeparture() {
        EmergencyEvent.Kind how = departure.map(Departure::kind).orElse(ARRIVED);
        if (how == ADMITTED && hasNone(DECISION_TO_ADMIT)) {
            problem(
                    Kind.NO_DECISION_TO_ADMIT,
                    "The person was admitted, but no decision to admit was recorded, so the wait for the bed is not"
                            + " known.");
        }
        if (how == LEFT_UNSEEN && !hasNone(SEEN)) {
            problem(
                    Kind.SEEN_AND_LEFT_UNSEEN,
                    "The person is said to have been seen by a clinician, and to have left without being seen.");
        }
    }

    /** The wait from arrival to the first event of a kind; while it may still come, the wait so far. */
    private Wait fromArrival(EmergencyEvent.Kind kind, boolean isDue) {
        Optional<Instant> event = timeline.first(kind);
        if (start.isEmpty()) {
            return new Wait.Untrusted(Kind.NO_ARRIVAL);
        }
        if (event.isEmpty()) {
            return isDue && departure.isEmpty() ? soFar(start.get()) : new Wait.NotRecorded();
        }
        if (event.get().isBefore(came.orElse(start.get()))) {
            return untrusted(Kind.BEFORE_ARRIVAL, kind, " before the person arrived.");
        }
        if (kind != RESULTS
                && departure.filter(left -> left.at().isBefore(event.get())).isPresent()) {
            return untrusted(Kind.AFTER_DEPARTURE, kind, " after the person had left.");
        }
        // What is done while the ambulance crew waits to hand over was no wait of the department's.
        return event.get().isBefore(start.get())
                ? new Wait.Ended(Duration.ZERO)
                : new Wait.Ended(Duration.between(start.get(), event.get()));
    }

    private Wait requestToResults() {
        Optional<Instant> request = timeline.first(TESTS_REQUESTED);
        Optional<Instant> results = timeline.first(RESULTS);
        if (request.isEmpty()) {
            return new Wait.NotRecorded();
        }
        if (results.isEmpty()) {
            return departure.isEmpty() ? soFar(request.get()) : new Wait.NotRecorded();
        }
        if (results.get().isBefore(request.get())) {
            problem(Kind.RESULTS_BEFORE_REQUEST, "Test results are recorded before the tests were requested.");
            return new Wait.Untrusted(Kind.RESULTS_BEFORE_REQUEST);
        }
        return new Wait.Ended(Duration.between(request.get(), results.get()));
    }

    private Wait total() {
        if (start.isEmpty()) {
            return new Wait.Untrusted(Kind.NO_ARRIVAL);
        }
        if (departure.isEmpty()) {
            return soFar(start.get());
        }
        Instant left = departure.get().at();
        if (left.isBefore(came.orElse(start.get()))) {
            problem(Kind.DEPARTURE_BEFORE_ARRIVAL, "The departure is recorded before the arrival.");
            return new Wait.Untrusted(Kind.DEPARTURE_BEFORE_ARRIVAL);
        }
        return new Wait.Ended(left.isBefore(start.get()) ? Duration.ZERO : Duration.between(start.get(), left));
    }

    private Wait decisionToDeparture(Wait toDecision) {
        Optional<Instant> decision = timeline.first(DECISION_TO_ADMIT);
        if (toDecision instanceof Wait.Untrusted && start.isPresent()) {
            return toDecision;
        }
        if (decision.isEmpty()) {
            return new Wait.NotRecorded();
        }
        if (departure.isEmpty()) {
            return soFar(decision.get());
        }
        if (departure.get().at().isBefore(decision.get())) {
            return untrusted(Kind.AFTER_DEPARTURE, DECISION_TO_ADMIT, " after the person had left.");
        }
        return new Wait.Ended(Duration.between(decision.get(), departure.get().at()));
    }

    private Standing twelveHours(Wait bed) {
        boolean admittedOrOpen = departure.map(left -> left.kind() == ADMITTED).orElse(true);
        boolean decided = !hasNone(DECISION_TO_ADMIT);
        if (isExcluded() || !admittedOrOpen || (departure.isEmpty() && !decided)) {
            return Standing.NOT_COUNTED;
        }
        return standing(bed, TWELVE_HOURS);
    }

    private static Standing standing(Wait wait, Duration limit) {
        return switch (wait) {
            case Wait.Ended ended -> ended.length().compareTo(limit) <= 0 ? Standing.WITHIN : Standing.OVER;
            case Wait.SoFar open ->
                open.length().compareTo(limit) <= 0 ? Standing.WITHIN_SO_FAR : Standing.OVER_ALREADY;
            case Wait.NotRecorded missing -> Standing.UNKNOWN;
            case Wait.Untrusted wrong -> Standing.UNKNOWN;
        };
    }

    private boolean isExcluded() {
        return !hasNone(PLANNED_FOLLOW_UP)
                || departure.filter(left -> left.kind() == STREAMED_AWAY).isPresent();
    }

    private boolean hasNone(EmergencyEvent.Kind kind) {
        return timeline.first(kind).isEmpty();
    }

    private Wait soFar(Instant from) {
        return new Wait.SoFar(from.isAfter(moment) ? Duration.ZERO : Duration.between(from, moment));
    }

    private Wait untrusted(Kind kind, EmergencyEvent.Kind event, String when) {
        problem(kind, "The record says that " + event.words() + when);
        return new Wait.Untrusted(kind);
    }

    private void problem(Kind kind, String words) {
        problems.add(new Problem(kind, words));
    }
}
