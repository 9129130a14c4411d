package org.silkthread.cli.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.silkthread.cli.mllp.Recording;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.cli.synth.department.Stretch;
import org.silkthread.server.calendar.DemonstrationClock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When a department is played, how fast, and what becomes of its messages. */
final class PlayOptions {

    private static final double MILLIS_IN_MINUTE = 60_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SendingOptions sending = new SendingOptions();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "How many of the department's minutes pass in a real one (default: ${DEFAULT-VALUE}).")
    private double rate = 1;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "How many of its minutes are played (default: ${DEFAULT-VALUE}).")
    private double minutes = 60;

    @Option(
            names = "--before",
            paramLabel = "M",
            description = "How many minutes before that it opened, empty; what happened in them is sent at once"
                    + " (default: ${DEFAULT-VALUE}).")
    private double before = 480;

    @Option(
            names = "--start",
            paramLabel = "WHEN",
            description = "The department's time at which the play begins, such as 2026-11-22T10:00:00Z. If it is not"
                    + " given, both clocks agree at the end of the play.")
    private Optional<String> start = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "The real time at which the play begins; now, if it is not given.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which of the possible departments (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            description = "The organisation that the messages name (default: ${DEFAULT-VALUE}).")
    private String organisation = "DZB";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the messages to a file that 'silk synth replay' sends.")
    private Optional<Path> out = Optional.empty();

    private final Instant now = Clock.systemUTC().instant();

    PlayOptions() {}

    long seed() {
        return seed;
    }

    String organisation() {
        return organisation;
    }

    /** From the opening to the end of the play. */
    Stretch time() {
        if (minutes < 0 || before < 0) {
            throw new ParameterException(spec.commandLine(), "--minutes and --before: expected 0 or more");
        }
        return new Stretch(start().minus(length(before)), start().plus(length(minutes)));
    }

    /** A stretch that is planted, in minutes from the beginning of the play. */
    Stretch planted(double at, double lasting) {
        Instant from = start().plus(length(at));
        return new Stretch(from, from.plus(length(lasting)));
    }

    /** Writes the messages, sends them, or both. */
    int play(List<Sending> sendings) throws IOException, InterruptedException {
        if (out.isEmpty() && !sending.given()) {
            throw new ParameterException(
                    spec.commandLine(), "Say where the messages go: --to HOST:PORT, --out FILE or both");
        }
        if (out.isPresent()) {
            Recording.write(out.get(), sendings);
        }
        return sending.given() ? sending.send(sendings, each -> clock().realMomentOf(each.at())) : 0;
    }

    private DemonstrationClock clock() {
        try {
            return new DemonstrationClock(start(), since(), rate, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--rate: expected a number above 0", e);
        }
    }

    private Instant since() {
        return since.map(text -> moment("--since", text)).orElse(now);
    }

    private Instant start() {
        Duration played = length(minutes);
        Duration real = length(minutes / rate);
        return start.map(text -> moment("--start", text))
                .orElseGet(() -> since().plus(real).minus(played));
    }

    private Instant moment(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), option + ": expected a moment such as 2026-11-22T10:00:00Z", e);
        }
    }

    private static Duration length(double minutes) {
        return Duration.ofMillis(Math.round(minutes * MILLIS_IN_MINUTE));
    }
}
