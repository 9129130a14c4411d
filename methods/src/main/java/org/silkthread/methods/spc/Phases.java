package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a series where new limits begin. */
final class Phases {

    private Phases() {}

    /** Cuts at the first element on or after each date; a date with none on or after it cuts nothing. */
    static <T> List<List<T>> cut(List<T> ordered, Function<T, LocalDate> date, List<LocalDate> rebaseDates) {
        List<List<T>> phases = new ArrayList<>();
        int start = 0;
        int next = 0;
        for (int i = 0; i < ordered.size(); i++) {
            boolean rebased = false;
            while (next < rebaseDates.size() && !date.apply(ordered.get(i)).isBefore(rebaseDates.get(next))) {
                rebased = true;
                next++;
            }
            if (rebased && i > start) {
                phases.add(ordered.subList(start, i));
                start = i;
            }
        }
        if (start < ordered.size()) {
            phases.add(ordered.subList(start, ordered.size()));
        }
        return phases;
    }
}
