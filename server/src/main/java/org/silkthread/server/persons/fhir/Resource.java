package org.silkthread.server.persons.fhir;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A FHIR R4 resource as it was sent, with what every resource here must say. */
public record Resource(JsonNode json) {

    /** The system of organisation codes, before the bar of {@code meta.source}. */
    public static final String ORGANISATIONS = "https://fhir.nhs.uk/Id/ods-organization-code";

    /** The system of NHS numbers. */
    public static final String NHS_NUMBERS = "https://fhir.nhs.uk/Id/nhs-number";

    private static final ZoneId UK = ZoneId.of("Europe/London");

    /** The kind of resource. */
    public String type() throws BadElement {
        return required("resourceType");
    }

    /** Its kind and id, as its sender refers to it: {@code Observation/17}. */
    public String localName() throws BadElement {
        String id = required("id");
        if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
            throw new BadElement("id", "1 to 64 letters, digits, dots and hyphens");
        }
        return type() + "/" + id;
    }

    /** The code of the organisation that says this. */
    public String organisation() throws BadElement {
        String source = required("meta.source");
        String[] parts = source.split("\\|", -1);
        if (parts.length != 2 || !parts[0].equals(ORGANISATIONS) || !parts[1].matches("[A-Z0-9]{3,12}")) {
            throw new BadElement("meta.source", "'" + ORGANISATIONS + "|' and an organisation's code");
        }
        return parts[1];
    }

    /** The text at a path such as {@code name.0.family}, if there is one. */
    public Optional<String> text(String path) {
        JsonNode node = at(path);
        return node.isString() && !node.stringValue().isBlank()
                ? Optional.of(node.stringValue().strip())
                : Optional.empty();
    }

    /** The first text there is at one of these paths. */
    public Optional<String> firstText(String... paths) {
        return Stream.of(paths).flatMap(path -> text(path).stream()).findFirst();
    }

    String required(String path) throws BadElement {
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            throw new BadElement(path, "a text");
        }
        return text.get();
    }

    JsonNode at(String path) {
        JsonNode node = json;
        for (String step : path.split("\\.")) {
            boolean number = step.chars().allMatch(Character::isDigit);
            node = number ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** The elements of a list; none when it is not there. */
    List<Resource> list(String path) {
        return at(path).valueStream().map(Resource::new).toList();
    }

    LocalDate requiredDate(String path) throws BadElement {
        String text = required(path);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new BadElement(path, "a date such as 1948-07-05");
        }
    }

    /** The first day there is at one of these paths: of a moment its day in the United Kingdom, of a month or year its first. */
    Optional<LocalDate> firstDay(String... paths) throws BadElement {
        for (String path : paths) {
            Optional<String> text = text(path);
            if (text.isPresent()) {
                return Optional.of(day(path, text.get()));
            }
        }
        return Optional.empty();
    }

    private static LocalDate day(String path, String text) throws BadElement {
        try {
            if (text.contains("T")) {
                return OffsetDateTime.parse(text).atZoneSameInstant(UK).toLocalDate();
            }
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeParseException | NumberFormatException notATime) {
            throw new BadElement(path, "a FHIR date or date and time");
        }
    }
}
