package org.silkthread.cli.synth;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.synth.department.Stretch;
import org.silkthread.cli.synth.department.SurgeryPlay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk synth surgery}. */
@Command(
        name = "surgery",
        description =
                "Play a surgical team that does not exist: its HL7 version 2 messages, for a feed with the profile surgical-hl7v2.",
        mixinStandardHelpOptions = true)
final class SurgeryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PlayOptions play = new PlayOptions();

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "How many operations there are on a weekday (default: ${DEFAULT-VALUE}).")
    private int operations = 5;

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

    private SurgeryCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        return play.play(department().sendings());
    }

    private SurgeryPlay department() {
        try {
            Optional<Stretch> stopped = stopAt.map(at -> play.planted(at, stopMinutes));
            return new SurgeryPlay(play.seed(), play.organisation(), play.time(), operations, stopped);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
