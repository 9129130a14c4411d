package org.silkthread.cli.stats;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk stats}: statistics on tables. */
@Command(
        name = "stats",
        description = "Statistics on a table: CSV in, CSV out. Columns that a method does not use are kept.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "METHOD",
        subcommands = {
            ProportionCommand.class,
            RateCommand.class,
            MeanCommand.class,
            DirectRateCommand.class,
            IndirectRateCommand.class,
            ApportionCommand.class,
            SpcCommand.class,
            FunnelCommand.class,
            FunnelLimitsCommand.class,
            DiscloseCommand.class,
            CusumCommand.class,
            VladCommand.class,
            PromsCommand.class,
            RiskScoreCommand.class
        })
public final class StatsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private StatsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which method: silk stats METHOD FILE");
    }
}
