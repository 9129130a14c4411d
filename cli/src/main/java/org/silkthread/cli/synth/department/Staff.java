package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/**
 * People of one trade, each with one patient at a time. Whoever is free takes the patient who comes first by the trade's own
 * order of those who wait.
 */
final class Staff {

    /**
     * A patient who needs one of them.
     *
     * @param ready from when on
     * @param takes how long
     * @param patience how long until the patient leaves
     */
    record Call(int visit, Triage triage, Instant ready, Duration takes, Duration patience) {

        Instant leaves() {
            return ready.plus(patience);
        }
    }

    /** By urgency, and then first come, first served. */
    static final Comparator<Call> BY_URGENCY =
            Comparator.comparing(Call::triage).thenComparing(Call::ready).thenComparing(Call::visit);

    /** First come, first served, but those in danger of their lives before all others. */
    static final Comparator<Call> BY_TURN = Comparator.comparing((Call call) -> call.triage() != Triage.IMMEDIATE)
            .thenComparing(Call::ready)
            .thenComparing(Call::visit);

    private final ToIntFunction<Instant> onDuty;
    private final Comparator<Call> turn;

    /**
     * @param onDuty how many there are at a moment; at least 1
     */
    Staff(ToIntFunction<Instant> onDuty, Comparator<Call> turn) {
        this.onDuty = onDuty;
        this.turn = turn;
    }

    /** When each call begins, by the number of the visit; those who leave before are not in it. */
    Map<Integer, Instant> begins(List<Call> calls) {
        List<Call> coming = new ArrayList<>(calls);
        coming.sort(Comparator.comparing(Call::ready).thenComparing(Call::visit));
        PriorityQueue<Call> waiting = new PriorityQueue<>(turn);
        PriorityQueue<Instant> busyUntil = new PriorityQueue<>();
        Map<Integer, Instant> begins = new HashMap<>();
        int next = 0;
        while (next < coming.size() || !waiting.isEmpty()) {
            Instant now =
                    moment(next < coming.size() ? Optional.of(coming.get(next).ready()) : Optional.empty(), busyUntil);
            while (next < coming.size() && !coming.get(next).ready().isAfter(now)) {
                waiting.add(coming.get(next++));
            }
            while (!busyUntil.isEmpty() && !busyUntil.element().isAfter(now)) {
                busyUntil.remove();
            }
            while (!waiting.isEmpty() && busyUntil.size() < onDuty.applyAsInt(now)) {
                Call call = waiting.remove();
                if (call.leaves().isAfter(now)) {
                    begins.put(call.visit(), now);
                    busyUntil.add(now.plus(call.takes()));
                }
            }
        }
        return begins;
    }

    /** When something happens next: a patient comes, or somebody is free again. */
    private static Instant moment(Optional<Instant> coming, PriorityQueue<Instant> busyUntil) {
        if (busyUntil.isEmpty()) {
            return coming.orElseThrow();
        }
        Instant free = busyUntil.element();
        return coming.filter(ready -> ready.isBefore(free)).orElse(free);
    }
}
