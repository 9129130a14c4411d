package org.silkthread.server.waiting.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.AccessStandard;
import org.silkthread.server.indicators.AccessStandards;
import org.silkthread.server.waiting.EmergencyWait;
import org.silkthread.server.waits.EmergencyReading;
import org.silkthread.server.waits.EmergencyReading.Standing;
import org.silkthread.server.waits.EmergencyReading.Stretch;
import org.silkthread.server.waits.Problem;
import org.silkthread.server.waits.Wait;
import org.silkthread.server.waits.WaitWords;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.stereotype.Component;

/** Says a visit to an emergency department in plain words. */
@Component("ownEmergencyWords")
class EmergencyWords {

    private static final String STANDARD = "emergency-four-hours";

    private final AccessStandards standards;

    EmergencyWords(AccessStandards standards) {
        this.standards = standards;
    }

    WaitsView.Wait of(EmergencyWait wait, String place) {
        EmergencyReading reading = wait.reading();
        List<SummaryRow> facts = new ArrayList<>();
        facts.add(SummaryRow.of(
                "The clock started",
                reading.arrival().map(EmergencyWords::moment).orElse("Not known")));
        facts.add(SummaryRow.of(
                "The clock stopped",
                reading.departure().map(left -> moment(left.at())).orElse("It is still running")));
        facts.add(SummaryRow.of("How long", length(reading.waitFor(Stretch.TOTAL))));
        add(facts, "Until the first assessment", reading.waitFor(Stretch.TO_ASSESSMENT));
        add(facts, "Until a clinician came", reading.waitFor(Stretch.TO_BE_SEEN));
        add(facts, "Until test results", reading.waitFor(Stretch.TO_RESULTS));
        facts.add(SummaryRow.of(
                "The standard on that day",
                reading.day()
                        .flatMap(day -> standards.find(STANDARD, day))
                        .map(AccessStandard::words)
                        .orElse("There was none")));
        List<String> reasons = new ArrayList<>(counting());
        reading.problems().stream().map(Problem::words).forEach(reasons::add);
        return new WaitsView.Wait(
                wait.department() + ", " + place
                        + reading.day().map(day -> ", " + Wording.date(day)).orElse(""),
                state(reading.fourHours()),
                reading.fourHours() == Standing.OVER || reading.fourHours() == Standing.OVER_ALREADY,
                facts,
                reasons);
    }

    private static List<String> counting() {
        return List.of(
                "The clock starts when a person arrives. By ambulance it starts when the crew hands the person over, or"
                        + " 15 minutes after the ambulance arrived.",
                "It stops when the person leaves the department: to go home, to a ward or to another hospital.",
                "Everything in between counts, also waiting for tests or for a bed.");
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case WITHIN -> "Within 4 hours";
            case OVER -> "Longer than 4 hours";
            case WITHIN_SO_FAR -> "Within 4 hours so far";
            case OVER_ALREADY -> "Longer than 4 hours already";
            case NOT_COUNTED -> "The standard does not count this visit";
            case UNKNOWN -> "It cannot be said: the hospital's record is not complete";
        };
    }

    private static void add(List<SummaryRow> facts, String key, Wait wait) {
        Optional<Duration> known = wait.known();
        if (known.isPresent()) {
            facts.add(SummaryRow.of(key, length(wait)));
        }
    }

    private static String length(Wait wait) {
        return switch (wait) {
            case Wait.Ended ended -> WaitWords.length(ended.length());
            case Wait.SoFar open -> WaitWords.length(open.length()) + " so far";
            case Wait.NotRecorded none -> "Not recorded";
            case Wait.Untrusted wrong -> "Not given, because the times in the hospital's record contradict each other";
        };
    }

    static String moment(Instant at) {
        LocalDateTime local = UkTime.at(at);
        return Wording.time(local.toLocalTime().withSecond(0).withNano(0)) + " on " + Wording.date(local.toLocalDate());
    }
}
