package org.silkthread.server.indicators.web.opendata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.silkthread.server.disclosure.DisclosureRule;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.web.document.DataLicence;
import org.silkthread.server.indicators.web.document.FigureColumn;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Component;

/** What the page of open data says. */
@Component
class OpenDataWords {

    private final PublishedFigures published;

    OpenDataWords(PublishedFigures published) {
        this.published = published;
    }

    OpenDataView view() {
        return new OpenDataView(
                "The files hold the figures of "
                        + Wording.counted(published.definitions().size(), "indicator", "indicators")
                        + " as they stand when you ask. Withheld figures are in them too, with the reason.",
                List.of(
                        new OpenDataView.Download(
                                "All figures (CSV)", "/open-data/figures.csv", "One line for each figure, UTF-8."),
                        new OpenDataView.Download(
                                "All figures (JSON)",
                                "/open-data/figures.json",
                                "The same with definitions, licence and notes in one file."),
                        new OpenDataView.Download(
                                "All definitions (CSV)",
                                "/open-data/indicators.csv",
                                "What each indicator counts, in the version in force today.")),
                "You may use, share and change this data under the " + DataLicence.NAME + ".",
                DataLicence.ADDRESS,
                DataLicence.ATTRIBUTION,
                suppression(),
                columns());
    }

    /** How people are protected in small numbers, and why a cell has no value. */
    List<String> suppression() {
        List<String> notes = new ArrayList<>();
        notes.add(DisclosureRule.SMALL_NUMBERS.words()
                + " Values and ranges are worked out from the counts that are shown, so a hidden number is nowhere in the"
                + " files.");
        notes.add("Some collections are published in full by their owners. For those: " + DisclosureRule.NONE.words());
        notes.add("The reasons for a missing value are: "
                + Wording.list(Arrays.stream(WithheldReason.values())
                        .map(WithheldReason::label)
                        .distinct()
                        .toList())
                + ".");
        return notes;
    }

    private static Table columns() {
        return new Table(
                "The columns of figures.csv",
                List.of(Table.Column.words("Column"), Table.Column.words("What it holds")),
                Arrays.stream(FigureColumn.values())
                        .map(column -> Table.row(Cell.words(column.heading()), Cell.words(column.meaning())))
                        .toList());
    }
}
