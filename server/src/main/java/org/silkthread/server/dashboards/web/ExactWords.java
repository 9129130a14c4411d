package org.silkthread.server.dashboards.web;

import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.Wilson;
import org.silkthread.server.dashboards.Measure;
import org.silkthread.server.dashboards.Readout;
import org.silkthread.server.web.Wording;

/** What the team itself reads: its own figures as they are. */
final class ExactWords implements TileWords {

    @Override
    public Said say(Measure measure, Readout readout) {
        Unit unit = TileWords.unit(measure);
        String when = TileWords.when(measure);
        return switch (readout) {
            case Readout.Count(long number) ->
                new Said(Wording.count(number), "", (number == 1 ? unit.one() : unit.many()) + " " + when);
            case Readout.Waited(var middle, var quarter, var threeQuarters, long number) ->
                new Said(
                        Lengths.words(middle),
                        "Half took no longer. The middle half took "
                                + Wording.range(Lengths.words(quarter), Lengths.words(threeQuarters)) + ".",
                        of(number, unit) + " " + when);
            case Readout.Average(var mean, long number) ->
                new Said(Lengths.words(mean), "On average.", of(number, unit) + " " + when);
            case Readout.Longest(var longest, long number) ->
                new Said(
                        Lengths.words(longest),
                        "",
                        number == 1 ? "1 person waits now" : of(number, unit) + " wait now");
            case Readout.Share(long met, long number) ->
                new Said(
                        Wording.percent((double) met / number),
                        "95% interval " + interval(met, number) + ".",
                        Wording.count(met) + " of " + of(number, unit) + " " + when);
            case Readout.Nothing nothing -> TileWords.none(measure);
        };
    }

    private static String of(long number, Unit unit) {
        return Wording.counted(number, unit.one(), unit.many());
    }

    private static String interval(long met, long number) {
        Interval interval = Wilson.interval(met, number, ConfidenceLevel.P95);
        return Wording.range(Wording.percent(interval.lower()), Wording.percent(interval.upper()));
    }
}
