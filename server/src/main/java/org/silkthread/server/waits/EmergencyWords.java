package org.silkthread.server.waits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.silkthread.server.waits.EmergencyReading.Standing;
import org.silkthread.server.waits.EmergencyReading.Stretch;

/** Says in sentences why a clock of an emergency department stands where it stands. */
final class EmergencyWords {

    private EmergencyWords() {}

    static List<String> of(EmergencyReading reading) {
        List<String> reasons = new ArrayList<>();
        reading.arrival().ifPresent(at -> reasons.add("The clock started at " + WaitWords.moment(at) + "."));
        reading.departure()
                .ifPresent(left -> reasons.add("It stopped at " + WaitWords.moment(left.at()) + ": "
                        + left.kind().words() + "."));
        total(reading, reasons);
        if (reading.isPlannedFollowUp()) {
            reasons.add("A planned follow-up is not counted against the standard.");
        }
        if (reading.departure()
                .filter(left -> left.kind() == EmergencyEvent.Kind.STREAMED_AWAY)
                .isPresent()) {
            reasons.add("A person who is sent on to another service is not counted against the standard.");
        }
        bed(reading, reasons);
        reading.ambiguous().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(kind -> reasons.add("The time at which " + kind.words()
                        + " occurred twice that night because the clocks went back; the first is used."));
        reading.problems().forEach(problem -> reasons.add(problem.words()));
        return reasons;
    }

    private static void total(EmergencyReading reading, List<String> reasons) {
        reading.waitFor(Stretch.TOTAL).known().ifPresent(length -> {
            String words = reading.departure().isEmpty()
                    ? "The person has been here for " + WaitWords.length(length)
                    : WaitWords.length(length) + " from arrival to departure";
            reasons.add(words + against(reading.fourHours(), EmergencyClock.FOUR_HOURS) + ".");
        });
    }

    private static void bed(EmergencyReading reading, List<String> reasons) {
        if (reading.twelveHours() == Standing.NOT_COUNTED) {
            return;
        }
        reading.waitFor(Stretch.DECISION_TO_DEPARTURE)
                .known()
                .ifPresent(length -> reasons.add(WaitWords.length(length) + " since the decision to admit"
                        + against(reading.twelveHours(), EmergencyClock.TWELVE_HOURS) + "."));
    }

    private static String against(Standing standing, Duration limit) {
        return switch (standing) {
            case WITHIN, OVER, WITHIN_SO_FAR, OVER_ALREADY ->
                ": " + standing.label().toLowerCase(Locale.ROOT) + ", the limit is " + WaitWords.length(limit);
            case NOT_COUNTED, UNKNOWN -> "";
        };
    }
}
