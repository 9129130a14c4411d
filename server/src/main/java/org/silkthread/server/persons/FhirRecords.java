package org.silkthread.server.persons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.LineReader;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in records as files of FHIR R4 resources, one a line. The layout is in docs/reference/import-fhir-records.md. */
@Component
class FhirRecords implements Importers {

    private static final String KIND = "fhir-records";
    private static final int LONGEST_LINE = 1 << 20;

    private final Persons persons;
    private final RecordWriting writing;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    FhirRecords(Persons persons, RecordWriting writing, AuditTrail audit, TransactionTemplate transaction) {
        this.persons = persons;
        this.writing = writing;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Importer> importers() {
        return List.of(new Importer(
                KIND, "people and their records as FHIR R4 resources, one a line (NDJSON)", false, this::importFile));
    }

    private ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        return DataScope.asSystem(
                "taking in records from a file",
                () -> transaction.execute(status -> {
                    FhirLines lines = new FhirLines(name, persons, writing, actor);
                    read(source, lines);
                    ImportReport report = lines.report(options);
                    if (report.outcome() == ImportReport.Outcome.IMPORTED) {
                        record(lines, report, actor);
                    } else {
                        status.setRollbackOnly();
                    }
                    return report;
                }));
    }

    private static void read(TabularFile.Source source, FhirLines lines) {
        try (InputStream in = source.open()) {
            LineReader reader = new LineReader(in, LONGEST_LINE);
            Optional<LineReader.Line> line = reader.next();
            while (line.isPresent()) {
                lines.take(line.get());
                line = reader.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file of records", e);
        }
    }

    /** One entry for the file, and one for each person whose record grew. */
    private void record(FhirLines lines, ImportReport report, Actor actor) {
        String counts = report.added() + " new, " + report.changed() + " changed, " + report.unchanged()
                + " unchanged, " + report.rejected() + " rejected";
        audit.record(new AuditEvent(actor, "persons.import", "import/" + KIND, counts));
        lines.grown()
                .forEach((person, entries) -> audit.record(new AuditEvent(
                        actor, "persons.import", person.subject(), entries + " new or changed entries.")));
    }
}
