package org.silkthread.server.directory.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.silkthread.server.directory.RelationshipKind;
import org.silkthread.server.directory.store.Fact;
import org.silkthread.server.directory.store.FactSink;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.TabularLayout;

/** The Organisation Data Service's file of the commissioners of practices over time, {@code epcmem.csv}. */
public final class OdsPracticeMemberships implements RowReader {

    /** Its layout, which has no header line. */
    public static final FileKind KIND = new FileKind(
            "ods-practice-memberships",
            TabularLayout.headerless(
                    "organisation code",
                    "parent organisation code",
                    "parent organisation type",
                    "join parent date",
                    "left parent date",
                    "amended record indicator"),
            "organisation code",
            "organisation code",
            Optional.empty());

    private static final String PRIMARY_CARE_ORGANISATION = "W";

    @Override
    public void read(Row row, FactSink sink) throws IOException {
        String practice = Codes.required(row, "organisation code");
        String parent = Codes.required(row, "parent organisation code");
        if (parent.equals(practice)) {
            throw row.reject("parent organisation code", "another organisation than the practice itself");
        }
        if (!row.text("parent organisation type").equals(PRIMARY_CARE_ORGANISATION)) {
            throw row.reject("parent organisation type", "W, a primary care organisation");
        }
        LocalDate joined = row.date("join parent date", Row.COMPACT_DATE);
        Optional<LocalDate> left = row.optionalDate("left parent date", Row.COMPACT_DATE);
        if (left.filter(day -> day.isBefore(joined)).isPresent()) {
            throw row.reject("left parent date", "a day on or after the join date");
        }
        sink.accept(row.line(), Fact.Existence.mentioned(practice, "PRACTICE"));
        sink.accept(row.line(), Fact.Existence.mentioned(parent, "COMMISSIONER"));
        sink.accept(
                row.line(),
                new Fact.Relationship(
                        practice,
                        parent,
                        RelationshipKind.COMMISSIONED_BY,
                        Fact.Basis.HISTORY,
                        Optional.of(joined),
                        left));
    }
}
