package org.silkthread.server.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.payment.store.ContractTable;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.TabularFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The contracts with their CQUIN schemes. A changed contract is a new version; earlier versions stay readable. */
@Component
public class CquinContracts implements Importers {
    private static final String PUBLIC = "what is agreed about quality and money is public";

    private final ContractTable contracts;
    private final ContractFile reader;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CquinContracts(
            ContractTable contracts,
            ContractFile reader,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.contracts = contracts;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The contract in its latest version. */
    public Optional<Contract> find(String id) {
        return contracts.find(id);
    }

    /** The contract as it was in a version. */
    public Optional<Contract> find(String id, int version) {
        return contracts.find(id, version);
    }

    /** The contracts that an organisation is a party of, on either side, newest year first. */
    public List<Contract> of(String organisation) {
        return contracts.of(organisation);
    }

    /** A provider's contracts of a year, one for each commissioner. */
    public List<Contract> ofProvider(String provider, FinancialYear year) {
        return DataScope.asSystem(PUBLIC, () -> contracts.ofProvider(provider, year));
    }

    /** The years in which a provider has contracts, newest first. */
    public List<FinancialYear> years(String provider) {
        return DataScope.asSystem(PUBLIC, () -> contracts.years(provider));
    }

    @Override
    public List<Importer> importers() {
        return List.of(new Importer(
                "cquin-contracts", "CQUIN goals, weights and rules of contracts", (name, source, options, actor) -> {
                    try {
                        return importFile(name, source, options, actor);
                    } catch (IOException e) {
                        throw new UncheckedIOException("Cannot read " + name, e);
                    }
                }));
    }

    /**
     * Takes in a file of contracts in the layout of docs/reference/import-cquin-contracts.md. A file with any problem is
     * refused as a whole; contracts are agreements, and a part of one is none. Taking in the same again changes nothing.
     *
     * @throws IllegalArgumentException if good rows of a bad file are asked for
     * @throws IOException if the file cannot be read
     */
    public ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor)
            throws IOException {
        if (options.acceptGoodRows()) {
            throw new IllegalArgumentException("Contracts are taken in as a whole file or not at all");
        }
        ContractFile.Content content = reader.read(name, source);
        if (!content.problems().none()) {
            return ImportReport.refused(name, content.rows(), content.problems());
        }
        ImportReport report = transaction.execute(status -> take(name, content, options, actor));
        return Objects.requireNonNull(report);
    }

    private ImportReport take(String name, ContractFile.Content content, ImportOptions options, Actor actor) {
        long added = 0;
        long changed = 0;
        long unchanged = 0;
        for (Contract contract : content.contracts()) {
            Optional<Contract> held = contracts.find(contract.id());
            Contract next = contract.withVersion(held.map(Contract::version).orElse(0) + 1);
            if (held.isPresent()
                    && held.get().equals(next.withVersion(held.get().version()))) {
                unchanged += contract.goals().size();
                continue;
            }
            if (held.isPresent()) {
                changed += contract.goals().size();
            } else {
                added += contract.goals().size();
            }
            if (!options.dryRun()) {
                contracts.add(next, clock.instant(), name);
                audit.record(new AuditEvent(
                        actor,
                        "payment.contract",
                        "contract/" + next.id(),
                        "version " + next.version() + " from " + name));
            }
        }
        return new ImportReport(
                name,
                options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                content.rows(),
                added,
                changed,
                unchanged,
                0,
                List.of(),
                0,
                List.of());
    }
}
