package org.silkthread.server.persons.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.persons.Category;
import org.silkthread.server.persons.PrivacyLabel;
import org.silkthread.server.persons.RecordItem;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** A record as tables, and one of its entries as facts. */
@Component
class RecordTables {

    private final PlaceNames places;

    RecordTables(PlaceNames places) {
        this.places = places;
    }

    /**
     * One table for each category that has entries. To others than the person no column tells that there are labels.
     *
     * @param address the address of an entry's page
     */
    List<Table> tables(List<RecordItem> items, boolean own, Function<RecordItem, String> address) {
        List<Table> tables = new ArrayList<>();
        for (Category category : Category.values()) {
            List<RecordItem> those =
                    items.stream().filter(item -> item.category() == category).toList();
            if (!those.isEmpty()) {
                tables.add(table(category.title(), those, own, address));
            }
        }
        return tables;
    }

    private Table table(String caption, List<RecordItem> items, boolean own, Function<RecordItem, String> address) {
        Stream<Column> columns = Stream.of(Column.words("What"), Column.words("When"), Column.words("From"));
        return new Table(
                caption,
                (own ? Stream.concat(columns, Stream.of(Column.words("Private"))) : columns).toList(),
                items.stream()
                        .map(item -> {
                            Stream<Cell> cells = Stream.of(
                                    Cell.link(item.title(), address.apply(item)),
                                    Cell.words(PlaceNames.day(item.happenedOn())),
                                    Cell.words(places.name(item.organisation())));
                            return (own ? Stream.concat(cells, Stream.of(labels(item))) : cells).toList();
                        })
                        .toList());
    }

    private static Cell labels(RecordItem item) {
        return item.labels().isEmpty() ? Cell.absent("No") : Cell.words(labelWords(item));
    }

    private static String labelWords(RecordItem item) {
        return item.labels().stream().sorted().map(PrivacyLabel::words).collect(Collectors.joining(", "));
    }

    /** Everything for a file that a spreadsheet opens. */
    Table flat(List<RecordItem> items) {
        return new Table(
                "Entries of a record",
                List.of(
                        Column.words("Part"),
                        Column.words("What"),
                        Column.words("When"),
                        Column.words("From"),
                        Column.words("Written by")),
                items.stream()
                        .map(item -> List.of(
                                Cell.words(item.category().title()),
                                Cell.words(item.title()),
                                Cell.words(PlaceNames.day(item.happenedOn())),
                                Cell.words(places.name(item.organisation())),
                                Cell.words(item.author().orElse("Not known"))))
                        .toList());
    }

    /** The facts of one entry: those that every entry has, then what the resource itself says. */
    List<SummaryRow> facts(RecordItem item, boolean own) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                SummaryRow.of("Part of the record", item.category().title()),
                SummaryRow.of("When", PlaceNames.day(item.happenedOn())),
                SummaryRow.of("From", places.name(item.organisation())),
                SummaryRow.of("Written by", item.author().orElse("Not known"))));
        rows.addAll(ResourceWords.of(item.resource()));
        if (own && !item.labels().isEmpty()) {
            rows.add(SummaryRow.of("Private", labelWords(item)));
        }
        if (item.version() > 1) {
            rows.add(SummaryRow.of(
                    "Version", Wording.count(item.version()) + ". Earlier versions are kept with the record."));
        }
        return rows;
    }
}
