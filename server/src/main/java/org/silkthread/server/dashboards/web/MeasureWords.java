package org.silkthread.server.dashboards.web;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.dashboards.ItemWords;
import org.silkthread.server.dashboards.Measure;
import org.silkthread.server.dashboards.Tile;
import org.silkthread.server.web.Wording;

/** What a tile shows and how it is worked out, in a sentence for those who read the figures and those who choose them. */
final class MeasureWords {

    private MeasureWords() {}

    static String sentence(Tile tile) {
        return what(tile.measure()) + about(tile.measure().only())
                + tile.service()
                        .map(service -> ", of the " + service.replace('-', ' ') + " service")
                        .orElse("")
                + tile.chart().map(step -> ", with a chart " + step.words()).orElse("") + ".";
    }

    private static String what(Measure measure) {
        return switch (measure) {
            case Measure.PeopleNow now -> "How many people are here: arrived, and not left";
            case Measure.LongestNow longest ->
                "The longest time since arrival of those who are here and wait for " + ItemWords.of(longest.until());
            case Measure.Number number ->
                "How many people had their " + ItemWords.of(number.of()) + " " + Lengths.over(number.over());
            case Measure.Waits waits ->
                "How long it took " + between(waits.from(), waits.to(), waits.over())
                        + ": the middle, and the middle half";
            case Measure.Mean mean -> "How long it took on average " + between(mean.from(), mean.to(), mean.over());
            case Measure.Within within ->
                "How many times it took no longer than " + Lengths.words(within.limit()) + " "
                        + between(within.from(), within.to(), within.over());
            case Measure.Having having ->
                "How many of those who had their " + ItemWords.of(having.among()) + " " + Lengths.over(having.over())
                        + " had " + ItemWords.of(having.having());
        };
    }

    private static String between(Kind from, Kind to, Duration over) {
        return "from " + ItemWords.of(from) + " to " + ItemWords.of(to) + ", where that was " + Lengths.over(over);
    }

    private static String about(Map<Kind, Set<String>> only) {
        return only.entrySet().stream()
                .map(wanted -> ", " + ItemWords.of(wanted.getKey()) + " "
                        + Wording.list(new TreeSet<>(wanted.getValue()).stream().toList()))
                .sorted()
                .collect(Collectors.joining());
    }
}
