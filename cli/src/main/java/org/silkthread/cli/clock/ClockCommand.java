package org.silkthread.cli.clock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk clock}: the clocks of the waiting-time standards. */
@Command(
        name = "clock",
        description = "Waiting times from a table of events: one row an event in, one row a clock out.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        subcommands = {EmergencyCommand.class, ReferralCommand.class})
public final class ClockCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ClockCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which clock: silk clock emergency FILE");
    }
}
