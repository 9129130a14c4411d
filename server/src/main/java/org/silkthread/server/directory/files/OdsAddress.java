package org.silkthread.server.directory.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.directory.store.Fact;
import org.silkthread.server.tabular.Row;

/** The columns that the Organisation Data Service's files of 27 columns share. */
final class OdsAddress {

    private OdsAddress() {}

    static Fact.Details details(Row row) {
        Optional<LocalDate> opened = row.optionalDate("open date", Row.COMPACT_DATE);
        Optional<LocalDate> closed = row.optionalDate("close date", Row.COMPACT_DATE);
        if (opened.isPresent() && closed.isPresent() && closed.get().isBefore(opened.get())) {
            throw row.reject("close date", "a day on or after the open date");
        }
        return new Fact.Details(
                row.optional("postcode"),
                address(row),
                row.optional("contact telephone number"),
                opened,
                closed,
                Optional.empty());
    }

    private static List<String> address(Row row) {
        return Stream.of("address line 1", "address line 2", "address line 3", "address line 4", "address line 5")
                .map(row::text)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
