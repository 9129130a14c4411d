package org.silkthread.server.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Item.Kind;

/**
 * What is so in a department at a moment. It depends on nothing but its attendances as they stood then, so what a wall
 * showed at three in the morning can be worked out again.
 *
 * <p>A wait counts in the stretch of time in which it ended: "to be seen, in the last hour" is about those who were seen in
 * it. Events of the moment itself count, those of the stretch's first moment do not. Lengths below 0 are left out: the
 * sender's messages contradict themselves.
 */
final class Board {

    private final List<Attendance> attendances;
    private final Instant moment;

    /**
     * @param attendances of the department, as they stood at the moment
     */
    Board(List<Attendance> attendances, Instant moment) {
        this.attendances = attendances.stream().filter(Attendance::counts).toList();
        this.moment = moment;
    }

    Readout read(Measure measure) {
        return switch (measure) {
            case Measure.PeopleNow now -> new Readout.Count(there(now).count());
            case Measure.LongestNow longest -> longest(longest);
            case Measure.Number number -> new Readout.Count(counted(number).count());
            case Measure.Waits waits -> middle(lengths(waits, waits.from(), waits.to()));
            case Measure.Mean mean -> mean(lengths(mean, mean.from(), mean.to()));
            case Measure.Within within -> within(lengths(within, within.from(), within.to()), within.limit());
            case Measure.Having having -> having(having);
        };
    }

    /** The attendances that a measure counts, by when they began. */
    List<Attendance> behind(Measure measure) {
        return counted(measure)
                .sorted(Comparator.comparing(
                        attendance -> attendance.at(Kind.ARRIVED).orElseThrow()))
                .toList();
    }

    private Stream<Attendance> counted(Measure measure) {
        return switch (measure) {
            case Measure.PeopleNow now -> there(now);
            case Measure.LongestNow longest -> waiting(longest);
            case Measure.Number number -> had(number, number.of());
            case Measure.Waits waits -> timed(waits, waits.from(), waits.to());
            case Measure.Mean mean -> timed(mean, mean.from(), mean.to());
            case Measure.Within within -> timed(within, within.from(), within.to());
            case Measure.Having having -> had(having, having.among());
        };
    }

    private Stream<Attendance> had(Measure measure, Kind event) {
        return about(measure).filter(attendance -> happened(attendance, event, moment.minus(measure.over())));
    }

    private Stream<Attendance> timed(Measure measure, Kind from, Kind to) {
        return about(measure)
                .filter(attendance -> !lengths(attendance, measure, from, to).isEmpty());
    }

    private Stream<Attendance> waiting(Measure.LongestNow measure) {
        return there(measure).filter(attendance -> !happened(attendance, measure.until(), Instant.MIN));
    }

    private Stream<Attendance> about(Measure measure) {
        return attendances.stream().filter(attendance -> Measure.isOneOf(attendance, measure.only()));
    }

    private Stream<Attendance> there(Measure measure) {
        return about(measure).filter(attendance -> attendance.isThere(moment));
    }

    private boolean happened(Attendance attendance, Kind event, Instant after) {
        return attendance.parts(event).values().stream()
                .map(Instant::parse)
                .anyMatch(at -> at.isAfter(after) && !at.isAfter(moment));
    }

    private Readout longest(Measure.LongestNow measure) {
        List<Duration> waits = waiting(measure)
                .map(attendance -> Duration.between(attendance.at(Kind.ARRIVED).orElseThrow(), moment))
                .sorted()
                .toList();
        return waits.isEmpty() ? new Readout.Nothing() : new Readout.Longest(waits.getLast(), waits.size());
    }

    private List<Duration> lengths(Measure measure, Kind from, Kind to) {
        return about(measure)
                .flatMap(attendance -> lengths(attendance, measure, from, to).stream())
                .sorted()
                .toList();
    }

    private List<Duration> lengths(Attendance attendance, Measure measure, Kind from, Kind to) {
        return attendance.lengths(from, to, moment.minus(measure.over()), moment).stream()
                .filter(length -> !length.isNegative())
                .toList();
    }

    private static Readout middle(List<Duration> sorted) {
        return sorted.isEmpty()
                ? new Readout.Nothing()
                : new Readout.Waited(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75), sorted.size());
    }

    /** The shortest wait that this share of people did not exceed: a wait that somebody had, never one in between. */
    private static Duration at(List<Duration> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static Readout mean(List<Duration> lengths) {
        return lengths.isEmpty()
                ? new Readout.Nothing()
                : new Readout.Average(
                        lengths.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(lengths.size()),
                        lengths.size());
    }

    private static Readout within(List<Duration> lengths, Duration limit) {
        long met =
                lengths.stream().filter(length -> length.compareTo(limit) <= 0).count();
        return lengths.isEmpty() ? new Readout.Nothing() : new Readout.Share(met, lengths.size());
    }

    private Readout having(Measure.Having measure) {
        List<Attendance> all = counted(measure).toList();
        long met = all.stream()
                .filter(attendance -> !attendance.parts(measure.having()).isEmpty())
                .count();
        return all.isEmpty() ? new Readout.Nothing() : new Readout.Share(met, all.size());
    }
}
