package org.silkthread.cli.synth;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.synth.department.DepartmentOrder;
import org.silkthread.cli.synth.department.EmergencyPlay;
import org.silkthread.cli.synth.department.Stretch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk synth ae}. */
@Command(
        name = "ae",
        description =
                "Play an emergency department that does not exist: its systems' HL7 version 2 messages, sent to a feed"
                        + " with the profile emergency-hl7v2 or written to a file. The same options give the same messages, if"
                        + " --start is given.",
        mixinStandardHelpOptions = true)
final class AeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PlayOptions play = new PlayOptions();

    @Option(
            names = "--attendances",
            paramLabel = "N",
            description = "How many people come in a day, on average (default: ${DEFAULT-VALUE}).")
    private int attendances = DepartmentOrder.ATTENDANCES;

    @Option(
            names = "--surge-at",
            paramLabel = "M",
            description = "In which minute of the play a surge begins; none, if it is not given.")
    private Optional<Double> surgeAt = Optional.empty();

    @Option(names = "--surge-minutes", paramLabel = "M", description = "How long it lasts (default: ${DEFAULT-VALUE}).")
    private double surgeMinutes = 30;

    @Option(
            names = "--surge-factor",
            paramLabel = "F",
            description = "How many times as many people come in it (default: ${DEFAULT-VALUE}).")
    private double surgeFactor = 3;

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

    private AeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        return play.play(new EmergencyPlay(order()).sendings());
    }

    private DepartmentOrder order() {
        try {
            Optional<Stretch> surge = surgeAt.map(at -> play.planted(at, surgeMinutes));
            Optional<Stretch> stopped = stopAt.map(at -> play.planted(at, stopMinutes));
            return new DepartmentOrder(
                    play.seed(), play.organisation(), play.time(), attendances, surge, surgeFactor, stopped);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
