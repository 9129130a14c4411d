package org.silkthread.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import org.silkthread.cli.demo.DemoFiles;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;

/** Fills an installation with the demonstration, by the importers and steps that everybody uses. */
final class DemoLoading {

    private static final int MONTHS = 42;
    private static final int MONTHS_UNTIL_RETURNED = 2;
    private static final Actor DEMONSTRATION = new Actor.SystemJob("silk demo");

    private final Installation installation;
    private final Path directory;

    /**
     * @param directory where the demonstration's files are written
     */
    DemoLoading(Installation installation, Path directory) {
        this.installation = installation;
        this.directory = directory;
    }

    /** Loads what is not there yet: an interrupted loading goes on where it stopped, a finished one costs nothing. */
    void load() {
        Path finished = directory.resolve("loaded");
        if (Files.exists(finished)) {
            return;
        }
        Progress progress = Progress.onStandardError(4);
        DemoFiles files = new DemoFiles(directory);
        progress.begin("Making a country of organisations");
        take("organisations", files.writeOrganisations());
        progress.begin("Drawing three and a half years of figures");
        Path values = files.writeValues(newestMonth(), MONTHS);
        progress.begin("Importing the figures");
        take("indicator-values", values);
        progress.begin("Publishing Quality Accounts");
        progress.finish("The demonstration is loaded");
    }

    private YearMonth newestMonth() {
        Clock clock = installation.room(Clock.class);
        return YearMonth.now(clock.withZone(ZoneId.of("Europe/London"))).minusMonths(MONTHS_UNTIL_RETURNED);
    }

    private void take(String kind, Path file) {
        ImportReport report = installation
                .importer(kind)
                .work()
                .importFile(
                        file.getFileName().toString(),
                        () -> Files.newInputStream(file),
                        ImportOptions.STRICT,
                        DEMONSTRATION);
        if (report.outcome() != ImportReport.Outcome.IMPORTED) {
            throw new IllegalStateException("The demonstration's own file is refused: "
                    + report.problems().getFirst().sentence());
        }
    }
}
