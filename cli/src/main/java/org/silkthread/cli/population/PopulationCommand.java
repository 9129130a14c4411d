package org.silkthread.cli.population;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk population}: keeps patients' resources ready to be measured. */
@Command(
        name = "population",
        description = "Keep a population's FHIR resources in a folder, compact and ready to be measured.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LoadCommand.class, InfoCommand.class, CompactCommand.class})
public final class PopulationCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PopulationCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: silk population COMMAND");
    }
}
