package org.silkthread.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.silkthread.cli.clock.ClockCommand;
import org.silkthread.cli.measure.CqlCommand;
import org.silkthread.cli.measure.MeasureCommand;
import org.silkthread.cli.population.PopulationCommand;
import org.silkthread.cli.stats.StatsCommand;
import org.silkthread.cli.synth.SynthCommand;
import org.silkthread.server.access.DataScope;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code silk} command. Results go to standard output, progress and errors to standard error. It ends with 0 when
 * the work is done, 1 when the input or the work failed, and 2 when the command was called wrongly.
 */
@Command(
        name = "silk",
        description = "Silkthread: the open quality system for a national health service.",
        mixinStandardHelpOptions = true,
        versionProvider = Silk.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Two more commands belong to the launcher at the root of the source code:",
            "  ./silk test    run every check",
            "  ./silk bench   run the benchmarks"
        },
        subcommands = {
            DemoCommand.class,
            CodeCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            KeysCommand.class,
            PopulationCommand.class,
            StatsCommand.class,
            ClockCommand.class,
            MeasureCommand.class,
            CqlCommand.class,
            SynthCommand.class
        })
public final class Silk implements Runnable {

    /** Commands that write tables. */
    private static final Set<String> TABLES = Set.of("stats", "clock");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Silk() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLine silk = commandLine();
        // Tables are UTF-8 whatever the terminal is set to.
        PrintWriter tables = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        silk.getSubcommands().values().stream()
                .filter(command -> TABLES.contains(command.getCommandName()))
                .forEach(command -> command.setOut(tables));
        // Whoever may run this program on this machine may read the data folder itself.
        int exitCode = DataScope.asSystem("the command line", () -> silk.execute(arguments));
        System.exit(exitCode);
    }

    static CommandLine commandLine() {
        CommandLine silk = new CommandLine(new Silk());
        silk.getSubcommands().forEach((name, command) -> {
            if (name.equals("import")) {
                command.getCommandSpec()
                        .usageMessage()
                        .footer(ImportKind.listed().split("\n"));
            }
        });
        IParameterExceptionHandler usual = silk.getParameterExceptionHandler();
        silk.setParameterExceptionHandler((wrong, arguments) -> usual.handleParseException(
                new ParameterException(wrong.getCommandLine(), Failure.withoutTokens(wrong.getMessage())), arguments));
        return silk.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr()
                    .println(command.getColorScheme().errorText(Failure.withoutTokens(Failure.inWords(failure))));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: silk COMMAND");
    }

    /** The version of this build. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            Properties build = new Properties();
            try (InputStream file = Silk.class.getResourceAsStream("/silk.properties")) {
                build.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the version of this build", e);
            }
            return new String[] {"silk " + build.getProperty("version")};
        }
    }
}
