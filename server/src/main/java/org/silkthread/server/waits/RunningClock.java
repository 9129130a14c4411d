package org.silkthread.server.waits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.waits.ReferralClock.Ending;
import org.silkthread.server.waits.ReferralEvent.Effect;
import org.silkthread.server.waits.ReferralEvent.Kind;

/** A clock while the events of its pathway are read. */
final class RunningClock {

    private final int number;
    private final ReferralEvent start;
    private final Set<Problem> problems;
    private final List<String> events = new ArrayList<>();
    private Optional<LocalDate> decisionToAdmit = Optional.empty();
    private Optional<LocalDate> pausedSince = Optional.empty();
    private long pausedDays;
    private boolean hasAttended;
    private boolean hasRefusedPause;

    /**
     * @param problems gets what cannot be right
     */
    RunningClock(int number, ReferralEvent start, Set<Problem> problems) {
        this.number = number;
        this.start = start;
        this.problems = problems;
    }

    /** Whether a missed appointment would be the first one after the referral that started this clock. */
    boolean awaitsFirstAppointment() {
        return start.kind().effect() == Effect.STARTS && !hasAttended;
    }

    boolean startedOn(LocalDate day) {
        return start.day().equals(day);
    }

    /** Whether a pause, granted or not, has begun that may still end. */
    boolean awaitsPauseEnd() {
        return pausedSince.isPresent() || hasRefusedPause;
    }

    /** Takes an event that neither starts nor ends a clock. */
    void take(ReferralEvent event) {
        switch (event.kind()) {
            case ATTENDED -> hasAttended = true;
            case DECISION_TO_ADMIT -> {
                decisionToAdmit = decisionToAdmit.or(() -> Optional.of(event.day()));
                note(event, "The clock goes on");
            }
            case PAUSE_STARTED -> pause(event);
            case PAUSE_ENDED -> resume(event);
            default -> note(event, "This has no effect on the clock");
        }
    }

    void note(ReferralEvent event, String effect) {
        events.add(WaitWords.day(event.day()) + ": " + event.kind().words() + ". " + effect + ".");
    }

    /** The clock as it ended. */
    ReferralClock ended(Ending ending) {
        pausedSince.ifPresent(since -> pausedDays += ChronoUnit.DAYS.between(since, ending.day()));
        pausedSince = Optional.empty();
        boolean isAdjusted = ending instanceof Ending.Stopped stopped
                && stopped.by().kind() == Kind.TREATED_ADMITTED
                && !ending.day().isAfter(ReferralClock.LAST_ADJUSTED_DAY);
        if (pausedDays > 0 && !isAdjusted) {
            events.add("The pause takes nothing off: only clocks that ended with an admission by "
                    + WaitWords.day(ReferralClock.LAST_ADJUSTED_DAY) + " were adjusted.");
        }
        return new ReferralClock(number, start, ending, isAdjusted ? pausedDays : 0, decisionToAdmit, events);
    }

    private void pause(ReferralEvent event) {
        Optional<String> refusal = refusal(event);
        if (refusal.isPresent()) {
            hasRefusedPause = true;
            problems.add(new Problem(
                    Problem.Kind.PAUSE_NOT_ALLOWED,
                    WaitWords.day(event.day()) + ": the clock cannot be paused: " + refusal.get() + "."));
            note(event, "The clock goes on: " + refusal.get());
        } else if (pausedSince.isEmpty()) {
            pausedSince = Optional.of(event.day());
            note(event, "The clock is paused");
        }
    }

    private Optional<String> refusal(ReferralEvent event) {
        PauseOffers offers = PauseOffers.parse(event.detail());
        if (event.day().isAfter(ReferralClock.LAST_ADJUSTED_DAY)) {
            return Optional.of("pauses ended on " + WaitWords.day(ReferralClock.LAST_ADJUSTED_DAY));
        }
        if (decisionToAdmit.isEmpty()) {
            return Optional.of("there was no decision to admit yet");
        }
        if (!offers.areReasonable()) {
            return Optional.of("the patient must have declined at least " + PauseOffers.FEWEST_DATES
                    + " dates with at least " + PauseOffers.SHORTEST_NOTICE + " days' notice");
        }
        return Optional.empty();
    }

    private void resume(ReferralEvent event) {
        if (pausedSince.isEmpty() && hasRefusedPause) {
            hasRefusedPause = false;
            return;
        }
        if (pausedSince.isEmpty()) {
            problems.add(new Problem(
                    Problem.Kind.PAUSE_WITHOUT_START,
                    WaitWords.day(event.day()) + ": a pause ended that had not begun."));
            return;
        }
        pausedDays += ChronoUnit.DAYS.between(pausedSince.get(), event.day());
        pausedSince = Optional.empty();
        note(event, "The clock goes on after the pause");
    }
}
