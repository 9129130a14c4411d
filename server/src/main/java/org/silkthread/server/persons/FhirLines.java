package org.silkthread.server.persons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.persons.fhir.BadElement;
import org.silkthread.server.persons.fhir.EntryResource;
import org.silkthread.server.persons.fhir.PatientResource;
import org.silkthread.server.persons.fhir.Resource;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.LineReader;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.RowProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of one file of FHIR resources, taken in one after another within one transaction. */
final class FhirLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String WITHHELD = "(not repeated here: it may be about a person)";

    private final String file;
    private final Persons persons;
    private final RecordWriting writing;
    private final Actor actor;
    private final RowProblems problems = new RowProblems();
    private final Map<PersonId, Integer> grown = new LinkedHashMap<>();

    private long line;
    private long read;
    private long added;
    private long changed;
    private long unchanged;

    FhirLines(String file, Persons persons, RecordWriting writing, Actor actor) {
        this.file = file;
        this.persons = persons;
        this.writing = writing;
        this.actor = actor;
    }

    void take(LineReader.Line next) {
        line++;
        switch (next) {
            case LineReader.Text(String text) when text.isBlank() -> {}
            case LineReader.Text(String text) -> take(text);
            case LineReader.TooLong(long bytes) -> reject("", bytes + " bytes", "at most 1,048,576 bytes in a line");
            case LineReader.NotUtf8(int place, int value) ->
                reject("byte " + place, "%02x".formatted(value), "text in UTF-8");
        }
    }

    private void take(String text) {
        read++;
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isObject()) {
                throw new IllegalStateException("not an object");
            }
            take(new Resource(json));
        } catch (BadElement bad) {
            problem(bad.path(), bad.expected());
        } catch (JacksonException broken) {
            problem("character " + broken.getLocation().getColumnNr(), "one JSON object in the line");
        } catch (IllegalStateException notAnObject) {
            problem("", "one JSON object in the line");
        }
    }

    private void take(Resource resource) throws BadElement {
        String organisation = resource.organisation();
        String localName = resource.localName();
        if (resource.type().equals("Patient")) {
            person(PatientResource.read(resource), organisation, localName);
        } else {
            entry(EntryResource.read(resource), organisation, localName, resource.json());
        }
    }

    private void person(PersonDetails details, String organisation, String localName) throws BadElement {
        Optional<PersonId> called = persons.calledBy(organisation, localName);
        Optional<PersonId> numbered = details.nhsNumber().flatMap(persons::holder);
        if (called.isPresent() && numbered.isPresent() && !called.equals(numbered)) {
            problem("identifier", "the NHS number of the person whom the sender meant by this id before");
        } else if (called.isEmpty() && numbered.isPresent()) {
            sameByNumber(numbered.get(), details, organisation, localName);
        } else if (called.isPresent()) {
            describe(called.get(), details);
        } else {
            PersonId id = persons.register(details, actor);
            persons.call(organisation, localName, id);
            added++;
        }
    }

    /** Never on the number alone: a wrong number would put one person's results into another's record. */
    private void sameByNumber(PersonId id, PersonDetails details, String organisation, String localName) {
        PersonDetails known = persons.find(id).orElseThrow().details();
        if (!known.familyName().equalsIgnoreCase(details.familyName())
                || !known.birthDate().equals(details.birthDate())) {
            problem("identifier", "an NHS number whose holder has this family name and date of birth");
            return;
        }
        persons.call(organisation, localName, id);
        describe(id, details);
    }

    private void describe(PersonId id, PersonDetails details) {
        if (persons.find(id).orElseThrow().details().equals(details)) {
            unchanged++;
        } else {
            persons.describe(id, details, actor);
            changed++;
        }
    }

    private void entry(EntryResource entry, String organisation, String localName, JsonNode json) {
        Optional<PersonId> person = switch (entry.about()) {
            case EntryResource.ByReference(String reference) -> persons.calledBy(organisation, reference);
            case EntryResource.ByNumber(NhsNumber number) -> persons.holder(number);
        };
        if (person.isEmpty()) {
            problem("subject", "a Patient of the same organisation on an earlier line or taken in before");
            return;
        }
        switch (writing.write(person.get(), organisation, localName, entry, json, actor)) {
            case ADDED -> {
                added++;
                grown.merge(person.get(), 1, Integer::sum);
            }
            case SUPERSEDED -> {
                changed++;
                grown.merge(person.get(), 1, Integer::sum);
            }
            case UNCHANGED -> unchanged++;
            case ABOUT_SOMEBODY_ELSE -> problem("subject", "the same person as when this entry was sent before");
        }
    }

    private void reject(String column, String found, String expected) {
        read++;
        problems.add(new RowProblem(file, line, column, found, expected));
    }

    private void problem(String column, String expected) {
        problems.add(new RowProblem(file, line, column, WITHHELD, expected));
    }

    /** How many entries each person's record gained. */
    Map<PersonId, Integer> grown() {
        return grown;
    }

    ImportReport report(ImportOptions options) {
        if (!problems.none() && !options.acceptGoodRows()) {
            return ImportReport.refused(file, read, problems);
        }
        ImportReport.Outcome outcome = options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED;
        return new ImportReport(
                file,
                outcome,
                read,
                added,
                changed,
                unchanged,
                problems.count(),
                problems.kept(),
                problems.count(),
                List.of());
    }
}
