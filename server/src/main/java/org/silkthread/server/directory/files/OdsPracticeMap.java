package org.silkthread.server.directory.files;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.RelationshipKind;
import org.silkthread.server.directory.store.Fact;
import org.silkthread.server.directory.store.FactSink;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.TabularLayout;

/**
 * The map of practices to networks, commissioners, systems and regions that goes with the publication of patients
 * registered at a GP practice, {@code gp-reg-pat-prac-map.csv}. It says how things were on its extract date.
 */
public final class OdsPracticeMap implements RowReader {

    /** Its layout. */
    public static final FileKind KIND = new FileKind(
            "ods-practice-map",
            TabularLayout.withHeader(
                    "PUBLICATION",
                    "EXTRACT_DATE",
                    "PRACTICE_CODE",
                    "PRACTICE_NAME",
                    "PRACTICE_POSTCODE",
                    "PCN_CODE",
                    "PCN_NAME",
                    "ONS_CCG_CODE",
                    "CCG_CODE",
                    "CCG_NAME",
                    "ONS_STP_CODE",
                    "STP_CODE",
                    "STP_NAME",
                    "ONS_COMM_REGION_CODE",
                    "COMM_REGION_CODE",
                    "COMM_REGION_NAME"),
            "PRACTICE_CODE",
            "PCN_NAME, CCG_NAME, STP_NAME or COMM_REGION_NAME",
            Optional.empty());

    /** The code that stands where a practice is in no network. */
    private static final String NO_NETWORK = "U";

    private static final DateTimeFormatter EXTRACT_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("ddMMMuuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public void read(Row row, FactSink sink) throws IOException {
        Optional<LocalDate> day = Optional.of(row.date("EXTRACT_DATE", EXTRACT_DATE));
        Fact.Existence practice = new Fact.Existence(
                Codes.required(row, "PRACTICE_CODE"),
                "PRACTICE",
                OrganisationStatus.ACTIVE,
                Fact.Standing.NAMED,
                true,
                Optional.of(row.required("PRACTICE_NAME")),
                day,
                Fact.Details.at(row.optional("PRACTICE_POSTCODE")));
        Fact.Existence commissioner = named(row, "CCG_CODE", "CCG_NAME", "SUB-ICB", day);
        Fact.Existence system = named(row, "STP_CODE", "STP_NAME", "ICB", day);
        Fact.Existence region = named(row, "COMM_REGION_CODE", "COMM_REGION_NAME", "REGION", day);
        Optional<Fact.Existence> network = row.required("PCN_CODE").equals(NO_NETWORK)
                ? Optional.empty()
                : Optional.of(named(row, "PCN_CODE", "PCN_NAME", "PCN", day));

        long line = row.line();
        sink.accept(line, practice);
        sink.accept(line, commissioner);
        sink.accept(line, system);
        sink.accept(line, region);
        sink.accept(line, below(practice, commissioner, RelationshipKind.COMMISSIONED_BY, day));
        sink.accept(line, below(commissioner, system, RelationshipKind.LOCATED_IN, day));
        sink.accept(line, below(system, region, RelationshipKind.LOCATED_IN, day));
        sink.accept(
                line,
                Fact.Relationship.snapshot(region.code(), Organisation.ENGLAND, RelationshipKind.LOCATED_IN, day));
        if (network.isPresent()) {
            sink.accept(line, network.get());
            sink.accept(line, below(practice, network.get(), RelationshipKind.NETWORK, day));
            sink.accept(line, below(network.get(), commissioner, RelationshipKind.LOCATED_IN, day));
        }
    }

    private static Fact.Existence named(
            Row row, String codeColumn, String nameColumn, String type, Optional<LocalDate> day) {
        return Fact.Existence.named(Codes.required(row, codeColumn), type, row.required(nameColumn), day);
    }

    private static Fact.Relationship below(
            Fact.Existence child, Fact.Existence parent, RelationshipKind kind, Optional<LocalDate> day) {
        return Fact.Relationship.snapshot(child.code(), parent.code(), kind, day);
    }
}
