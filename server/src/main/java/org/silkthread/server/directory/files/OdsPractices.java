package org.silkthread.server.directory.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.RelationshipKind;
import org.silkthread.server.directory.store.Fact;
import org.silkthread.server.directory.store.FactSink;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.TabularLayout;

/**
 * The Organisation Data Service's file of GP practices and other services that prescribe, {@code epraccur.csv}.
 *
 * <p>The file places each practice in a region of its own accord but says nothing of its commissioner's. A commissioner
 * is therefore placed in the region in which all its practices that are still open lie, and nowhere when they lie in
 * several.
 */
public final class OdsPractices implements RowReader {

    /** Its layout, which has no header line. */
    public static final FileKind KIND = new FileKind(
            "ods-practices",
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
                    "status code",
                    "organisation sub-type code",
                    "commissioner",
                    "join provider/purchaser date",
                    "left provider/purchaser date",
                    "contact telephone number",
                    "19 (not used)",
                    "20 (not used)",
                    "21 (not used)",
                    "amended record indicator",
                    "23 (not used)",
                    "provider/purchaser",
                    "25 (not used)",
                    "prescribing setting",
                    "27 (not used)"),
            "organisation code",
            "name",
            Optional.empty());

    private static final String GP_PRACTICE = "4";

    private final Map<String, Set<String>> regionsOfCommissioners = new TreeMap<>();

    @Override
    public void read(Row row, FactSink sink) throws IOException {
        String code = Codes.required(row, "organisation code");
        String name = row.required("name");
        OrganisationStatus status = status(row);
        boolean isGpPractice = setting(row).equals(GP_PRACTICE);
        Optional<String> region = Codes.optional(row, "national grouping");
        Fact.Details details = OdsAddress.details(row);
        Optional<Fact.Relationship> commissioner = commissioner(row, code);
        sink.accept(
                row.line(),
                new Fact.Existence(
                        code,
                        isGpPractice ? "PRACTICE" : "PRESCRIBING-SERVICE",
                        status,
                        Fact.Standing.REGISTERED,
                        true,
                        Optional.of(name),
                        Optional.empty(),
                        details));
        if (isGpPractice) {
            sink.accept(row.line(), new Fact.Service(code, "general-practice", details.opened(), details.closed()));
        }
        if (region.isPresent()) {
            sink.accept(row.line(), Fact.Existence.mentioned(region.get(), "REGION"));
        }
        if (commissioner.isPresent()) {
            Fact.Relationship below = commissioner.get();
            sink.accept(row.line(), Fact.Existence.mentioned(below.parent(), "COMMISSIONER"));
            sink.accept(row.line(), below);
            if (region.isPresent() && status != OrganisationStatus.CLOSED) {
                regionsOfCommissioners
                        .computeIfAbsent(below.parent(), parent -> new TreeSet<>())
                        .add(region.get());
            }
        } else if (region.isPresent()) {
            sink.accept(
                    row.line(),
                    Fact.Relationship.snapshot(code, region.get(), RelationshipKind.LOCATED_IN, Optional.empty()));
        }
    }

    @Override
    public void end(FactSink sink) throws IOException {
        for (Map.Entry<String, Set<String>> commissioner : regionsOfCommissioners.entrySet()) {
            if (commissioner.getValue().size() == 1) {
                sink.accept(
                        0,
                        Fact.Relationship.snapshot(
                                commissioner.getKey(),
                                commissioner.getValue().iterator().next(),
                                RelationshipKind.LOCATED_IN,
                                Optional.empty()));
            }
        }
    }

    private static Optional<Fact.Relationship> commissioner(Row row, String code) {
        Optional<String> commissioner = Codes.optional(row, "commissioner");
        Optional<LocalDate> joined = row.optionalDate("join provider/purchaser date", Row.COMPACT_DATE);
        Optional<LocalDate> left = row.optionalDate("left provider/purchaser date", Row.COMPACT_DATE);
        if (joined.isPresent() && left.isPresent() && left.get().isBefore(joined.get())) {
            throw row.reject("left provider/purchaser date", "a day on or after the join date");
        }
        if (commissioner.filter(code::equals).isPresent()) {
            throw row.reject("commissioner", "another organisation than the practice itself");
        }
        return commissioner.map(parent -> new Fact.Relationship(
                code, parent, RelationshipKind.COMMISSIONED_BY, Fact.Basis.HISTORY, joined, left));
    }

    private static OrganisationStatus status(Row row) {
        return switch (row.required("status code")) {
            case "A" -> OrganisationStatus.ACTIVE;
            case "C", "B" -> OrganisationStatus.CLOSED;
            case "D" -> OrganisationStatus.DORMANT;
            case "P" -> OrganisationStatus.PROPOSED;
            default -> throw row.reject("status code", "A, B, C, D or P");
        };
    }

    private static String setting(Row row) {
        String setting = row.text("prescribing setting");
        if (!setting.matches("[0-9]{0,2}")) {
            throw row.reject("prescribing setting", "a number of 0 to 99, or nothing");
        }
        return setting;
    }
}
