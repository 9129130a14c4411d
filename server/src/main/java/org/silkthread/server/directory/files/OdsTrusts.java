package org.silkthread.server.directory.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.RelationshipKind;
import org.silkthread.server.directory.store.Fact;
import org.silkthread.server.directory.store.FactSink;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.TabularLayout;

/** The Organisation Data Service's file of NHS trusts, {@code etr.csv}. */
public final class OdsTrusts implements RowReader {

    /** Its layout, which has no header line. */
    public static final FileKind KIND = new FileKind(
            "ods-trusts",
            TabularLayout.headerless(
                    "organisation code",
                    "name",
                    "national grouping",
                    "high level health geography",
                    "address line 1",
                    "address line 2",
                    "address line 3",
                    "address line 4",
                    "address line 5",
                    "postcode",
                    "open date",
                    "close date",
                    "13 (not used)",
                    "organisation sub-type code",
                    "15 (not used)",
                    "16 (not used)",
                    "17 (not used)",
                    "contact telephone number",
                    "19 (not used)",
                    "20 (not used)",
                    "21 (not used)",
                    "amended record indicator",
                    "23 (not used)",
                    "GOR code",
                    "25 (not used)",
                    "26 (not used)",
                    "27 (not used)"),
            "organisation code",
            "name",
            Optional.empty());

    /** The Government Office Region code of Wales. */
    private static final String WALES_REGION = "W";

    private static final String WALES = "W00";

    private final LocalDate today;

    /**
     * @param today the day of the import, which tells the closed from the open
     */
    public OdsTrusts(LocalDate today) {
        this.today = today;
    }

    @Override
    public void read(Row row, FactSink sink) throws IOException {
        String code = Codes.required(row, "organisation code");
        String name = row.required("name");
        Optional<String> region = Codes.optional(row, "national grouping");
        Optional<String> system = Codes.optional(row, "high level health geography");
        Fact.Details details = OdsAddress.details(row);
        boolean isClosed = details.closed().filter(day -> day.isBefore(today)).isPresent();
        sink.accept(
                row.line(),
                new Fact.Existence(
                        code,
                        "NHS-TRUST",
                        isClosed ? OrganisationStatus.CLOSED : OrganisationStatus.ACTIVE,
                        Fact.Standing.REGISTERED,
                        true,
                        Optional.of(name),
                        Optional.empty(),
                        details));
        if (system.isPresent()) {
            sink.accept(row.line(), Fact.Existence.mentioned(system.get(), "ICB"));
            place(row, code, system.get(), sink);
            if (region.isPresent()) {
                region(row, region.get(), sink);
                place(row, system.get(), region.get(), sink);
            }
        } else if (region.isPresent()) {
            region(row, region.get(), sink);
            place(row, code, region.get(), sink);
        } else {
            place(row, code, row.text("GOR code").equals(WALES_REGION) ? WALES : Organisation.ENGLAND, sink);
        }
    }

    private static void region(Row row, String region, FactSink sink) throws IOException {
        sink.accept(row.line(), Fact.Existence.mentioned(region, "REGION"));
    }

    private static void place(Row row, String child, String parent, FactSink sink) throws IOException {
        sink.accept(
                row.line(), Fact.Relationship.snapshot(child, parent, RelationshipKind.LOCATED_IN, Optional.empty()));
    }
}
