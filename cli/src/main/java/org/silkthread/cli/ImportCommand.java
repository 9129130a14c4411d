package org.silkthread.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code silk import}: takes files in. */
@Command(
        name = "import",
        description = "Take files in. A file with a bad row is refused as a whole, and every bad row is named.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nThe layouts are described in docs/reference/imports.md. Kinds:%n")
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataFolder folder = new DataFolder();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Send the files to a server, https://host, instead of taking them in here.")
    private Optional<URI> server = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "A token of the server, from its page /me/tokens. Others on this machine can see it here:"
                    + " put it into the environment variable SILK_TOKEN instead.")
    private Optional<String> token = Optional.empty();

    @Parameters(index = "0", paramLabel = "KIND", description = "What the files hold; see the list below.")
    private String kind = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files, in order.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Check and count; change nothing.")
    private boolean dryRun;

    @Option(names = "--accept-good-rows", description = "Take in the good rows of a file that has bad ones.")
    private boolean acceptGoodRows;

    @Option(names = "--json", description = "Print the reports as JSON, one line a file.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseWrongUsage();
        refuseUnreadable(files);
        return server.isPresent() ? send(server.get()) : takeIn();
    }

    private int send(URI address) throws IOException, InterruptedException {
        String secret = token.or(() -> Optional.ofNullable(System.getenv("SILK_TOKEN")))
                .orElse("")
                .strip();
        try (RemoteServer remote = remote(address, secret)) {
            boolean refused = false;
            for (Path file : files) {
                ImportReport report = remote.take(kind, file, new ImportOptions(dryRun, acceptGoodRows));
                print(report);
                refused |= report.outcome() == ImportReport.Outcome.REFUSED;
            }
            return refused ? 1 : 0;
        }
    }

    private RemoteServer remote(URI address, String secret) {
        try {
            return RemoteServer.at(address, secret);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()));
        }
    }

    private int takeIn() {
        try (Installation installation = Installation.open(folder)) {
            Importer importer = installation.importer(kind);
            boolean refused = false;
            for (Path file : files) {
                ImportReport report = importer.work()
                        .importFile(
                                file.toString(),
                                () -> Files.newInputStream(file),
                                new ImportOptions(dryRun, acceptGoodRows),
                                new Actor.SystemJob("silk import " + kind));
                print(report);
                refused |= report.outcome() == ImportReport.Outcome.REFUSED;
            }
            return refused ? 1 : 0;
        }
    }

    private void refuseWrongUsage() {
        if (Arrays.stream(ImportKind.values()).noneMatch(known -> known.code().equals(kind))) {
            throw new ParameterException(
                    spec.commandLine(), "There is no kind '" + kind + "'. The kinds are:\n" + ImportKind.listed());
        }
        boolean here =
                Stream.of("--dir", "--db-url").anyMatch(spec.commandLine().getParseResult()::hasMatchedOption);
        if (server.isPresent() && here) {
            throw new ParameterException(
                    spec.commandLine(), "--server is for data elsewhere, --dir and --db-url for data here. Choose one");
        }
        if (server.isEmpty() && token.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--token needs --server");
        }
    }

    private static void refuseUnreadable(List<Path> files) {
        String unreadable = files.stream()
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .map(Path::toString)
                .collect(Collectors.joining(", "));
        if (!unreadable.isEmpty()) {
            throw new IllegalArgumentException("Cannot read " + unreadable + ". Nothing was imported.");
        }
    }

    private void print(ImportReport report) {
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(report));
            return;
        }
        report.problems().forEach(problem -> System.err.println(problem.sentence()));
        long unlisted = report.problemCount() - report.problems().size();
        if (unlisted > 0) {
            System.err.printf("... and %,d more problems%n", unlisted);
        }
        report.warnings().forEach(warning -> System.err.println("Note: " + warning));
        System.out.printf(
                "%s: %s. %,d rows read: %,d new, %,d changed, %,d unchanged, %,d rejected%n",
                report.file(),
                inWords(report.outcome()),
                report.read(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.rejected());
    }

    private static String inWords(ImportReport.Outcome outcome) {
        return switch (outcome) {
            case IMPORTED -> "imported";
            case CHECKED -> "checked, nothing changed";
            case REFUSED -> "refused, nothing changed";
        };
    }
}
