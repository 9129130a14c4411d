package org.silkthread.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a demonstration that has a clock of its own, so that an hour can pass in minutes. */
final class DemonstrationTime {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--clock-start",
            paramLabel = "WHEN",
            description =
                    "What the demonstration's clock showed at --clock-since, such as 2026-11-22T10:00:00Z; the real"
                            + " clock is used, if it is not given.")
    private Optional<String> start = Optional.empty();

    @Option(
            names = "--clock-since",
            paramLabel = "WHEN",
            description = "At which real moment it did, such as 2026-11-22T03:00:00Z.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--clock-speed",
            paramLabel = "N",
            description = "How many times as fast as the real one it runs (default: ${DEFAULT-VALUE}).")
    private double speed = 1;

    DemonstrationTime() {}

    /** What the server has to know; nothing when it has the real clock. */
    Map<String, Object> settings() {
        if (start.isPresent() != since.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--clock-start and --clock-since belong together");
        }
        return start.isEmpty()
                ? Map.of()
                : Map.of(
                        "silkthread.demonstration-clock.start", start.get(),
                        "silkthread.demonstration-clock.since", since.orElseThrow(),
                        "silkthread.demonstration-clock.speed", speed);
    }
}
