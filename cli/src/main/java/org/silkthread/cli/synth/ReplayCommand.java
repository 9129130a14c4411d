package org.silkthread.cli.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.mllp.Recording;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.server.calendar.DemonstrationClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk synth replay}. */
@Command(
        name = "replay",
        description = "Send the messages of a file once more, byte by byte as they were.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A file that 'silk synth ae --out' or another play wrote.")
    private Path file = Path.of("");

    @Mixin
    private SendingOptions sending = new SendingOptions();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "How many of its minutes pass in a real one; as fast as the receiver takes them, if it is not"
                    + " given.")
    private Optional<Double> rate = Optional.empty();

    private ReplayCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!sending.given()) {
            throw new ParameterException(spec.commandLine(), "Say where the messages go: --to HOST:PORT");
        }
        List<Sending> sendings = Recording.read(file);
        if (rate.isEmpty() || sendings.isEmpty()) {
            return sending.send(sendings, each -> Instant.MIN);
        }
        DemonstrationClock clock = clock(sendings.getFirst().at());
        return sending.send(sendings, each -> clock.realMomentOf(each.at()));
    }

    private DemonstrationClock clock(Instant first) {
        Clock real = Clock.systemUTC();
        try {
            return new DemonstrationClock(first, real.instant(), rate.orElseThrow(), real);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--rate: expected a number above 0", e);
        }
    }
}
