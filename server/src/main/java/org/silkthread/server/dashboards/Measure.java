package org.silkthread.server.dashboards;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Item.Kind;

/**
 * What a tile shows: a function of a department's attendances at a moment. The kinds are few and closed; what is local
 * about a local measure is which events it is between, whom it is about, and over how long. docs/reference/dashboards.md
 * says how each is worked out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "show")
@JsonSubTypes({
    @Type(value = Measure.PeopleNow.class, name = "people-now"),
    @Type(value = Measure.LongestNow.class, name = "longest-now"),
    @Type(value = Measure.Number.class, name = "number"),
    @Type(value = Measure.Waits.class, name = "waits"),
    @Type(value = Measure.Mean.class, name = "mean"),
    @Type(value = Measure.Within.class, name = "share-within"),
    @Type(value = Measure.Having.class, name = "share-having"),
})
public sealed interface Measure {

    /** Whom it is about: attendances whose item of each kind is one of these values; empty for all. */
    Map<Kind, Set<String>> only();

    /** How far back things count; zero for measures of now. */
    default Duration over() {
        return Duration.ZERO;
    }

    /** The same over another stretch of time; measures of now stay as they are. */
    default Measure over(Duration stretch) {
        return switch (this) {
            case PeopleNow now -> now;
            case LongestNow longest -> longest;
            case Number(Kind of, Duration over, Map<Kind, Set<String>> only) -> new Number(of, stretch, only);
            case Waits(Kind from, Kind to, Duration over, Map<Kind, Set<String>> only) ->
                new Waits(from, to, stretch, only);
            case Mean(Kind from, Kind to, Duration over, Map<Kind, Set<String>> only) ->
                new Mean(from, to, stretch, only);
            case Within(Kind from, Kind to, Duration limit, Duration over, Map<Kind, Set<String>> only) ->
                new Within(from, to, limit, stretch, only);
            case Having(Kind having, Kind among, Duration over, Map<Kind, Set<String>> only) ->
                new Having(having, among, stretch, only);
        };
    }

    /** Whether an attendance is one of those: of each kind it has one of the values. */
    static boolean isOneOf(Attendance attendance, Map<Kind, Set<String>> only) {
        return only.entrySet().stream()
                .allMatch(wanted ->
                        attendance.parts(wanted.getKey()).values().stream().anyMatch(wanted.getValue()::contains));
    }

    /** How many people are in the department. */
    record PeopleNow(Map<Kind, Set<String>> only) implements Measure {
        public PeopleNow {
            only = Map.copyOf(only);
        }
    }

    /**
     * The longest wait of those who are there and wait.
     *
     * @param until what they wait for
     */
    record LongestNow(Kind until, Map<Kind, Set<String>> only) implements Measure {
        public LongestNow {
            requireMoments(until);
            only = Map.copyOf(only);
        }
    }

    /** How many attendances had an event in a stretch of time. */
    record Number(Kind of, Duration over, Map<Kind, Set<String>> only) implements Measure {
        public Number {
            requireMoments(of);
            requireLength(over);
            only = Map.copyOf(only);
        }
    }

    /** How long it took from one event to another: the middle half of those that ended in a stretch of time. */
    record Waits(Kind from, Kind to, Duration over, Map<Kind, Set<String>> only) implements Measure {
        public Waits {
            requireMoments(from, to);
            requireLength(over);
            only = Map.copyOf(only);
        }
    }

    /** How long it took from one event to another on average. */
    record Mean(Kind from, Kind to, Duration over, Map<Kind, Set<String>> only) implements Measure {
        public Mean {
            requireMoments(from, to);
            requireLength(over);
            only = Map.copyOf(only);
        }
    }

    /** For how many of those whose second event fell in a stretch of time it came within a limit, the limit included. */
    record Within(Kind from, Kind to, Duration limit, Duration over, Map<Kind, Set<String>> only) implements Measure {
        public Within {
            requireMoments(from, to);
            requireLength(over);
            requireLength(limit);
            only = Map.copyOf(only);
        }
    }

    /**
     * How many of the attendances with an event in a stretch of time have something, such as a complication among those
     * who were discharged.
     *
     * @param having what they have
     * @param among the event in the stretch of time
     */
    record Having(Kind having, Kind among, Duration over, Map<Kind, Set<String>> only) implements Measure {
        public Having {
            requireMoments(among);
            requireLength(over);
            only = Map.copyOf(only);
        }
    }

    private static void requireLength(Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A length of time is longer than nothing");
        }
    }

    private static void requireMoments(Kind... kinds) {
        for (Kind kind : kinds) {
            if (!ItemWords.isMoment(kind)) {
                throw new IllegalArgumentException(kind + " is no event: nothing can be timed by it");
            }
        }
    }
}
