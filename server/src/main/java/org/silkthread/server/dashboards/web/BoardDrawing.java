package org.silkthread.server.dashboards.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.dashboards.Freshness;
import org.silkthread.server.dashboards.Snapshot;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.satisfaction.Tally;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/** Turns a snapshot into what a page shows of it: to the team as it is, to the public by the rules for small numbers. */
final class BoardDrawing {

    /** The place of the tile that is no measure of attendances. */
    private static final int SAID = 0;

    private BoardDrawing() {}

    /** For the team. */
    static BoardView exact(Snapshot snapshot, Instant now) {
        return draw(snapshot, now, new ExactWords(), true);
    }

    /** For everybody. */
    static BoardView forThePublic(Snapshot snapshot, Instant now) {
        return draw(snapshot, now, new PublicWords(), false);
    }

    private static BoardView draw(Snapshot snapshot, Instant now, TileWords words, boolean charts) {
        List<TileView> tiles = Stream.concat(
                        IntStream.range(0, snapshot.readings().size())
                                .mapToObj(i -> tile(
                                        i + 1, snapshot, snapshot.readings().get(i), words, charts)),
                        said(snapshot.said()).stream())
                .toList();
        return new BoardView(
                snapshot.dashboard().title(),
                snapshot.at(),
                time(snapshot.at()),
                tiles,
                table(snapshot, tiles),
                snapshot.feeds().stream().map(feed -> feed(feed, now)).toList(),
                tiles.stream().map(tile -> tile.title() + ": " + tile.figure()).collect(Collectors.joining(". "))
                        + ".");
    }

    private static TileView tile(
            int number, Snapshot snapshot, Snapshot.Reading reading, TileWords words, boolean charts) {
        TileWords.Said said = words.say(reading.tile().measure(), reading.now());
        return new TileView(
                number,
                reading.tile().title(),
                said.figure(),
                said.detail(),
                said.basis(),
                charts ? TileChart.of(reading, snapshot.dashboard().title()) : Optional.empty());
    }

    /** The same for the team and for everybody: who said what could be guessed by those who were there. */
    private static Optional<TileView> said(Tally said) {
        String basis = "in the 7 days before " + time(said.until());
        return switch (said.good()) {
            case PublishedValue.Shown shown ->
                Optional.of(new TileView(
                        SAID,
                        "What patients said",
                        Wording.percent(shown.value()) + " good or very good",
                        "95% interval "
                                + Wording.range(
                                        Wording.percent(shown.interval().lower()),
                                        Wording.percent(shown.interval().upper()))
                                + ".",
                        said.answers() + " answers " + basis,
                        Optional.empty()));
            case PublishedValue.Withheld withheld ->
                said.answers().range().high() == 0
                        ? Optional.empty()
                        : Optional.of(new TileView(
                                SAID, "What patients said", "Too few answers to show", "", basis, Optional.empty()));
        };
    }

    private static Table table(Snapshot snapshot, List<TileView> tiles) {
        return new Table(
                snapshot.dashboard().title() + " at " + time(snapshot.at()),
                List.of(Column.words("Measure"), Column.words("Figure"), Column.words("Based on")),
                tiles.stream()
                        .map(tile -> Table.row(
                                Cell.words(tile.title()), Cell.words(tile.figure()), Cell.words(tile.basis())))
                        .toList());
    }

    private static BoardView.FeedView feed(Freshness feed, Instant now) {
        String newest = feed.newest()
                .map(BoardDrawing::time)
                .map("Newest message at "::concat)
                .orElse("No message yet");
        return new BoardView.FeedView(
                feed.feed(),
                feed.isStopped(now) ? newest + ". These figures may be out of date" : newest,
                feed.age(now).map(Duration::toSeconds).orElse(-1L),
                feed.silence().toSeconds(),
                feed.isStopped(now));
    }

    /** '3:14pm on 22 November 2026'. */
    static String time(Instant moment) {
        ZonedDateTime local = moment.atZone(UkTime.ZONE);
        return Wording.time(local.toLocalTime()) + " on " + Wording.date(local.toLocalDate());
    }
}
