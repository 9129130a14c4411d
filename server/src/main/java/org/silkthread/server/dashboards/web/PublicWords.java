package org.silkthread.server.dashboards.web;

import java.util.OptionalLong;
import org.silkthread.server.dashboards.Measure;
import org.silkthread.server.dashboards.Readout;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.SmallNumbers;
import org.silkthread.server.web.Wording;

/**
 * What everybody in the waiting area reads. Counts of 1 to 7 are not shown and others to the nearest 5; nor is any length of
 * time that 1 to 7 people had. Lengths are to the nearest 5 minutes, the longest wait up to the next quarter of an hour.
 * Shares follow from the counts that are shown.
 */
final class PublicWords implements TileWords {

    private static final String FEW = "Too few to show";
    private static final long LARGEST_HIDDEN = SmallNumbers.cell(1).range().high();

    @Override
    public Said say(Measure measure, Readout readout) {
        Unit unit = TileWords.unit(measure);
        String when = TileWords.when(measure);
        return switch (readout) {
            case Readout.Count(long number) -> count(SmallNumbers.cell(number), unit, when);
            case Readout.Waited(var middle, var quarter, var threeQuarters, long number) ->
                number <= LARGEST_HIDDEN
                        ? few(when)
                        : new Said(
                                "About " + Lengths.words(Lengths.rough(middle)),
                                "3 in 4 took no longer than " + Lengths.words(Lengths.rough(threeQuarters)) + ".",
                                about(number, unit) + " " + when);
            case Readout.Average(var mean, long number) ->
                number <= LARGEST_HIDDEN
                        ? few(when)
                        : new Said(
                                "About " + Lengths.words(Lengths.rough(mean)),
                                "On average.",
                                about(number, unit) + " " + when);
            case Readout.Longest(var longest, long number) ->
                number <= LARGEST_HIDDEN
                        ? few("wait now")
                        : new Said(
                                "Up to " + Lengths.words(Lengths.upToQuarter(longest)),
                                "",
                                about(number, unit) + " wait now");
            case Readout.Share(long met, long number) ->
                number <= LARGEST_HIDDEN
                        ? few(when)
                        : new Said(share(met, number), "", about(number, unit) + " " + when);
            case Readout.Nothing nothing -> TileWords.none(measure);
        };
    }

    private static Said count(PublishedCount count, Unit unit, String when) {
        OptionalLong shown = count.shown();
        return shown.isEmpty()
                ? new Said("Fewer than " + (LARGEST_HIDDEN + 1), "", unit.many() + " " + when)
                : new Said(
                        (count.isRounded() ? "About " : "") + Wording.count(shown.getAsLong()),
                        "",
                        unit.many() + " " + when);
    }

    private static Said few(String when) {
        return new Said(FEW, "", "fewer than " + (LARGEST_HIDDEN + 1) + " " + when);
    }

    private static String about(long number, Unit unit) {
        return "About " + Wording.count(SmallNumbers.cell(number).shown().orElseThrow()) + " " + unit.many();
    }

    /** Where one side is small, no more is said than that it is: what follows from the count of all that is shown. */
    private static String share(long met, long number) {
        long missed = number - met;
        if (met == 0 || missed == 0) {
            return met == 0 ? "None" : "All";
        }
        double fewest = SmallNumbers.cell(number).range().low();
        if (met <= LARGEST_HIDDEN) {
            return "Fewer than " + percent(Math.ceil(20 * (LARGEST_HIDDEN + 1) / fewest) / 20);
        }
        if (missed <= LARGEST_HIDDEN) {
            return "More than " + percent(Math.floor(20 * (1 - (LARGEST_HIDDEN + 1) / fewest)) / 20);
        }
        double shown = SmallNumbers.cell(met).shown().orElseThrow();
        double shownMissed = SmallNumbers.cell(missed).shown().orElseThrow();
        return "About " + percent(Math.round(20 * shown / (shown + shownMissed)) / 20.0);
    }

    private static String percent(double share) {
        return Math.round(Math.clamp(share, 0, 1) * 100) + "%";
    }
}
