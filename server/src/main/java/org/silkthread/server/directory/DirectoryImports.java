package org.silkthread.server.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.files.FileKind;
import org.silkthread.server.directory.files.OdsPracticeMap;
import org.silkthread.server.directory.files.OdsPracticeMemberships;
import org.silkthread.server.directory.files.OdsPractices;
import org.silkthread.server.directory.files.OdsTrusts;
import org.silkthread.server.directory.files.Organisations;
import org.silkthread.server.directory.files.RowReader;
import org.silkthread.server.directory.store.FactImport;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in files of organisations. A file is checked as a whole first; one with a bad row is refused as a whole unless
 * its good rows are to be accepted. All of an import happens, or nothing. Importing a file again changes nothing.
 */
@Component
public class DirectoryImports implements Importers {

    private final FactImport facts;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DirectoryImports(
            FactImport facts,
            Directory directory,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.facts = facts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Importer> importers() {
        return Arrays.stream(DirectoryImportKind.values())
                .map(kind -> new Importer(
                        kind.word(),
                        kind.description(),
                        (name, source, options, actor) -> importFile(kind, name, source, options, actor)))
                .toList();
    }

    /**
     * Imports one file.
     *
     * @param kind its layout
     * @param name the name by which the sender knows it, which the problems repeat
     * @param source opens its bytes
     * @param options whether only to check, and whether to accept good rows of a bad file
     * @param actor who imports it
     * @throws java.io.UncheckedIOException if the source cannot be read; nothing is imported then
     */
    public ImportReport importFile(
            DirectoryImportKind kind, String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        Reading reading = reading(kind);
        TabularFile file = new TabularFile(name, source, reading.kind().layout());
        return transaction.execute(status -> {
            ImportReport report = facts.run(reading.kind(), reading.rows(), file, options);
            if (report.outcome() == ImportReport.Outcome.IMPORTED) {
                audit.record(new AuditEvent(actor, "directory.import", "import/" + kind.word(), summary(report)));
            } else {
                status.setRollbackOnly();
            }
            return report;
        });
    }

    private static String summary(ImportReport report) {
        return report.file() + ": " + report.added() + " added, " + report.changed() + " changed, " + report.unchanged()
                + " unchanged, " + report.rejected() + " rejected";
    }

    /** How one file is read. */
    private record Reading(FileKind kind, RowReader rows) {}

    private Reading reading(DirectoryImportKind kind) {
        LocalDate today = UkTime.today(clock);
        return switch (kind) {
            case ODS_TRUSTS -> new Reading(OdsTrusts.KIND, new OdsTrusts(today));
            case ODS_PRACTICES -> new Reading(OdsPractices.KIND, new OdsPractices());
            case ODS_PRACTICE_MEMBERSHIPS -> new Reading(OdsPracticeMemberships.KIND, new OdsPracticeMemberships());
            case ODS_PRACTICE_MAP -> new Reading(OdsPracticeMap.KIND, new OdsPracticeMap());
            case ORGANISATIONS -> new Reading(Organisations.KIND, new Organisations(today, directory.types(), lines()));
        };
    }

    private Set<String> lines() {
        return directory.serviceLines().stream().map(ServiceLine::code).collect(Collectors.toUnmodifiableSet());
    }
}
