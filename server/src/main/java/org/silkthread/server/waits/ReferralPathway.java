package org.silkthread.server.waits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.server.waits.ReferralClock.Ending;
import org.silkthread.server.waits.ReferralEvent.Effect;
import org.silkthread.server.waits.ReferralEvent.Kind;

/**
 * The clocks of a pathway from referral to treatment, by the national rules for care led by a consultant. The rules and
 * their sources are in the reference on waiting times.
 */
public final class ReferralPathway {

    private final Set<Problem> problems = new TreeSet<>();
    private final List<ReferralClock> clocks = new ArrayList<>();
    private final LocalDate today;
    private Optional<RunningClock> running = Optional.empty();
    private boolean hasDied;

    private ReferralPathway(LocalDate today) {
        this.today = today;
    }

    /**
     * Reads the clocks.
     *
     * @param messages everything that was sent about the pathway, in any order
     * @param today the day of reading in the United Kingdom; what happened later is left out, so the past can be read
     *     again
     */
    public static ReferralReading read(Collection<Message<ReferralEvent>> messages, LocalDate today) {
        EventsInForce<ReferralEvent> inForce = EventsInForce.of(messages);
        ReferralPathway pathway = new ReferralPathway(today);
        pathway.problems.addAll(inForce.problems());
        return pathway.reading(inForce.events().stream()
                .filter(event -> !event.day().isAfter(today))
                .toList());
    }

    private ReferralReading reading(List<ReferralEvent> events) {
        Optional<String> exclusion = events.stream()
                .filter(event -> event.kind() == Kind.EXCLUDED)
                .map(ReferralEvent::detail)
                .findFirst();
        if (exclusion.isPresent()) {
            return new ReferralReading(exclusion, List.of(), List.copyOf(problems));
        }
        events.stream()
                .map(ReferralEvent::day)
                .distinct()
                .forEach(day -> takeDay(
                        events.stream().filter(event -> event.day().equals(day)).toList()));
        running.ifPresent(clock -> clocks.add(clock.ended(new Ending.Running(today))));
        return new ReferralReading(Optional.empty(), clocks, List.copyOf(problems));
    }

    /**
     * Takes the events of one day: those that make sense first, for a stop and a new start may fall on one day in
     * either order. A day's events are taken in the order of their kinds, but active monitoring comes before a treatment
     * that a new decision on the same day led to.
     */
    private void takeDay(List<ReferralEvent> day) {
        boolean startsAgain = day.stream().anyMatch(event -> event.kind().effect() == Effect.STARTS_AGAIN);
        List<ReferralEvent> waiting = new ArrayList<>(day);
        waiting.sort(Comparator.comparing((ReferralEvent event) -> rank(event, startsAgain))
                .thenComparing(Comparator.naturalOrder()));
        while (!waiting.isEmpty()) {
            ReferralEvent next = waiting.stream()
                    .filter(event -> fits(event, startsAgain))
                    .findFirst()
                    .orElse(waiting.getFirst());
            waiting.remove(next);
            take(next);
        }
    }

    private static int rank(ReferralEvent event, boolean startsAgain) {
        return startsAgain && event.kind().isMonitoring()
                ? Kind.DNA_FIRST.ordinal()
                : event.kind().ordinal();
    }

    private boolean fits(ReferralEvent event, boolean startsAgain) {
        return switch (event.kind().effect()) {
            case NOTHING, EXCLUDES -> true;
            // A second referral of the day on which the clock started is the same referral, said twice.
            case STARTS -> running.isEmpty() || running.get().startedOn(event.day());
            case STARTS_AGAIN -> running.isEmpty() && !clocks.isEmpty();
            case STOPS -> running.isPresent() || (event.kind().isMonitoring() && startsAgain);
            case NULLIFIES -> running.isPresent();
            case PAUSES ->
                event.kind() == Kind.PAUSE_STARTED
                        || (running.isPresent() && running.get().awaitsPauseEnd());
        };
    }

    private void take(ReferralEvent event) {
        switch (event.kind().effect()) {
            case STARTS, STARTS_AGAIN -> start(event);
            case STOPS -> stop(event);
            case NULLIFIES -> nullify(event);
            case PAUSES, NOTHING -> happenOnClock(event);
            case EXCLUDES -> throw new IllegalStateException("An excluded pathway has no clocks");
        }
    }

    private void start(ReferralEvent event) {
        if (hasDied) {
            problem(Problem.Kind.AFTER_DEATH, event, "after the patient died; no clock starts");
        } else if (event.kind() == Kind.SELF_REFERRAL && event.detail().equals("not-agreed")) {
            problem(
                    Problem.Kind.SELF_REFERRAL_NOT_AGREED,
                    event,
                    "but the commissioner has not agreed to self-referral; no clock starts");
        } else if (running.isPresent()) {
            running.get().note(event, "A clock runs already and goes on");
        } else {
            if (!hasWhatItFollows(event)) {
                problem(
                        Problem.Kind.NO_EARLIER_CLOCK,
                        event,
                        "but no earlier clock is recorded that it could follow; a clock starts");
            }
            running = Optional.of(new RunningClock(clocks.size() + 1, event, problems));
        }
    }

    /** Whether the record has the clock that a new start follows: for a rebooking, one that a missed appointment ended. */
    private boolean hasWhatItFollows(ReferralEvent event) {
        if (event.kind().effect() == Effect.STARTS) {
            return true;
        }
        if (event.kind() != Kind.REBOOKED) {
            return !clocks.isEmpty();
        }
        return !clocks.isEmpty()
                && clocks.getLast().ending() instanceof Ending.Nullified nullified
                && nullified.by().kind() == Kind.DNA_FIRST;
    }

    private void stop(ReferralEvent event) {
        if (running.isPresent()) {
            clocks.add(running.get().ended(new Ending.Stopped(event)));
            running = Optional.empty();
        } else if (clocks.isEmpty()) {
            problem(Problem.Kind.NO_START, event, "but no start is recorded, so the wait is not known");
        }
        hasDied |= event.kind() == Kind.DIED;
    }

    private void nullify(ReferralEvent event) {
        if (running.isEmpty()) {
            if (event.kind() == Kind.ENTERED_IN_ERROR && !clocks.isEmpty()) {
                ReferralClock last = clocks.removeLast();
                clocks.add(new ReferralClock(
                        last.number(),
                        last.start(),
                        new Ending.Nullified(event),
                        0,
                        last.decisionToAdmit(),
                        last.events()));
            } else if (clocks.isEmpty()) {
                problem(Problem.Kind.NO_START, event, "but no start is recorded");
            }
        } else if (event.kind() == Kind.DNA_FIRST && !running.get().awaitsFirstAppointment()) {
            problem(
                    Problem.Kind.NOT_THE_FIRST_APPOINTMENT,
                    event,
                    "but it was not the first appointment after a referral; the clock goes on");
            running.get().note(event, "It was not the first appointment, so the clock goes on");
        } else {
            clocks.add(running.get().ended(new Ending.Nullified(event)));
            running = Optional.empty();
        }
    }

    private void happenOnClock(ReferralEvent event) {
        running.ifPresent(clock -> clock.take(event));
        if (running.isEmpty() && clocks.isEmpty() && event.kind() == Kind.PAUSE_STARTED) {
            problem(Problem.Kind.NO_START, event, "but no start is recorded");
        }
    }

    private void problem(Problem.Kind kind, ReferralEvent event, String rest) {
        problems.add(new Problem(
                kind, WaitWords.day(event.day()) + ": " + event.kind().words() + ", " + rest + "."));
    }
}
