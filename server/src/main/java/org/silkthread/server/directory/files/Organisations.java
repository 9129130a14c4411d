package org.silkthread.server.directory.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.directory.Location;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.OrganisationType;
import org.silkthread.server.directory.RelationshipKind;
import org.silkthread.server.directory.store.Fact;
import org.silkthread.server.directory.store.FactSink;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.TabularLayout;

/** Our own layout for organisations of any type, such as those of another country or of the demonstration. */
public final class Organisations implements RowReader {

    /** Its layout. */
    public static final FileKind KIND = new FileKind(
            "organisations",
            TabularLayout.withHeader("code", "name", "type")
                    .withOptional(
                            "postcode",
                            "parent",
                            "open_date",
                            "close_date",
                            "successor",
                            "service_lines",
                            "latitude",
                            "longitude"),
            "code",
            "name",
            Optional.of("parent"));

    private final LocalDate today;
    private final Set<String> types;
    private final Set<String> serviceLines;

    /**
     * @param today the day of the import, which tells the closed from the open
     * @param types the types that there are
     * @param serviceLines the codes of the catalogue of service lines
     */
    public Organisations(LocalDate today, List<OrganisationType> types, Set<String> serviceLines) {
        this.today = today;
        this.types = types.stream().map(OrganisationType::code).collect(Collectors.toUnmodifiableSet());
        this.serviceLines = Set.copyOf(serviceLines);
    }

    @Override
    public void read(Row row, FactSink sink) throws IOException {
        String code = Codes.required(row, "code");
        List<Fact> facts = new ArrayList<>();
        Fact.Details details = details(row);
        facts.add(new Fact.Existence(
                code,
                type(row),
                status(details),
                Fact.Standing.REGISTERED,
                true,
                Optional.of(row.required("name")),
                Optional.empty(),
                details));
        for (String parent : codes(row, "parent", code)) {
            // How it belongs to its parent follows from the two types and is settled when the whole file is known.
            facts.add(new Fact.Relationship(
                    code,
                    parent,
                    RelationshipKind.LOCATED_IN,
                    Fact.Basis.SNAPSHOT,
                    details.opened(),
                    details.closed()));
        }
        for (String successor : codes(row, "successor", code)) {
            facts.add(new Fact.Succession(code, successor, details.closed().map(day -> day.plusDays(1))));
        }
        for (String line : list(row, "service_lines")) {
            if (!serviceLines.contains(line)) {
                throw row.reject("service_lines", "service lines of the catalogue, separated by ;");
            }
            facts.add(new Fact.Service(code, line, details.opened(), details.closed()));
        }
        for (Fact fact : facts) {
            sink.accept(row.line(), fact);
        }
    }

    private String type(Row row) {
        String type = row.required("type");
        if (!types.contains(type)) {
            throw row.reject("type", "one of " + types.stream().sorted().collect(Collectors.joining(", ")));
        }
        return type;
    }

    private OrganisationStatus status(Fact.Details details) {
        return details.closed().filter(day -> day.isBefore(today)).isPresent()
                ? OrganisationStatus.CLOSED
                : OrganisationStatus.ACTIVE;
    }

    private static Fact.Details details(Row row) {
        Optional<LocalDate> opened = row.optionalDate("open_date", Row.ISO_DATE);
        Optional<LocalDate> closed = row.optionalDate("close_date", Row.ISO_DATE);
        if (opened.isPresent() && closed.isPresent() && closed.get().isBefore(opened.get())) {
            throw row.reject("close_date", "a day on or after the open date");
        }
        return new Fact.Details(row.optional("postcode"), List.of(), Optional.empty(), opened, closed, location(row));
    }

    private static Optional<Location> location(Row row) {
        Optional<Double> latitude = degrees(row, "latitude", 90);
        Optional<Double> longitude = degrees(row, "longitude", 180);
        if (latitude.isPresent() != longitude.isPresent()) {
            throw row.reject(
                    latitude.isPresent() ? "longitude" : "latitude", "both latitude and longitude, or neither");
        }
        return latitude.flatMap(north -> longitude.map(east -> new Location(north, east)));
    }

    private static Optional<Double> degrees(Row row, String column, int most) {
        return row.optionalDecimal(column).map(degrees -> {
            if (Math.abs(degrees.doubleValue()) > most) {
                throw row.reject(column, "degrees from -" + most + " to " + most);
            }
            return degrees.doubleValue();
        });
    }

    private static List<String> codes(Row row, String column, String own) {
        List<String> codes = list(row, column);
        for (String code : codes) {
            Codes.checked(row, column, code);
            if (code.equals(own)) {
                throw row.reject(column, "another organisation than this one");
            }
        }
        return codes;
    }

    private static List<String> list(Row row, String column) {
        List<String> items = Arrays.stream(row.text(column).split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        Map<String, Long> times = items.stream().collect(Collectors.groupingBy(item -> item, Collectors.counting()));
        if (times.size() < items.size()) {
            throw row.reject(column, "each item once");
        }
        return items;
    }
}
