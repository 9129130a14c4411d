package org.silkthread.server.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;

/**
 * Holds a file to rows of some organisations, before the importer sees it. One row of another organisation refuses the
 * whole file, also where good rows of a bad file were asked for.
 */
public final class OwnRows {

    private static final String ORGANISATION = "organisation";

    private final Set<String> own;

    public OwnRows(Set<String> own) {
        this.own = new TreeSet<>(own);
    }

    /** The report that refuses the file; empty if the importer may read it. */
    public Optional<ImportReport> refusal(String name, TabularFile.Source source, ImportOptions options) {
        TabularLayout layout =
                TabularLayout.withHeader(ORGANISATION).allowingOtherColumns().allowingTrailingEmpty();
        RowProblems unreadable = new RowProblems();
        RowProblems foreign = new RowProblems();
        TabularFile.Reading reading;
        try {
            reading = new TabularFile(name, source, layout)
                    .read(
                            row -> {
                                String organisation = row.required(ORGANISATION);
                                if (!own.contains(organisation)) {
                                    foreign.add(new RowProblem(
                                            name,
                                            row.line(),
                                            ORGANISATION,
                                            organisation,
                                            "an organisation that you may send for: " + String.join(", ", own)));
                                }
                            },
                            unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        if (!foreign.none()) {
            return Optional.of(ImportReport.refused(name, reading.rows(), foreign));
        }
        // A row that this reading could not make out must not come in beside good ones. Without that option the
        // importer
        // refuses the file itself and names all that is wrong with it.
        return options.acceptGoodRows() && !unreadable.none()
                ? Optional.of(ImportReport.refused(name, reading.rows(), unreadable))
                : Optional.empty();
    }
}
