package org.silkthread.cli.synth;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.synth.department.OutOfHoursPlay;
import org.silkthread.cli.synth.department.Stretch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk synth gp}. */
@Command(
        name = "gp",
        description =
                "Play an out-of-hours service that does not exist, for the practices whose patients ring it: its HL7 version 2 messages, for a feed with the profile out-of-hours-hl7v2.",
        mixinStandardHelpOptions = true)
final class GpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PlayOptions play = new PlayOptions();

    @Option(
            names = "--contacts",
            paramLabel = "N",
            description = "How many people ring on an average day (default: ${DEFAULT-VALUE}).")
    private int contacts = 120;

    @Option(
            names = "--stop-at",
            paramLabel = "M",
            description = "In which minute of the play the feed stops; never, if it is not given.")
    private Optional<Double> stopAt = Optional.empty();

    @Option(
            names = "--stop-minutes",
            paramLabel = "M",
            description = "After how many minutes everything that was held back comes (default: ${DEFAULT-VALUE}).")
    private double stopMinutes = 20;

    private GpCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        return play.play(department().sendings());
    }

    private OutOfHoursPlay department() {
        try {
            Optional<Stretch> stopped = stopAt.map(at -> play.planted(at, stopMinutes));
            return new OutOfHoursPlay(play.seed(), play.organisation(), play.time(), contacts, stopped);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
