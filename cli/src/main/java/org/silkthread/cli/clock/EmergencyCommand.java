package org.silkthread.cli.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.waits.EmergencyClock;
import org.silkthread.server.waits.EmergencyEvent;
import org.silkthread.server.waits.EmergencyReading;
import org.silkthread.server.waits.EmergencyReading.Departure;
import org.silkthread.server.waits.EmergencyReading.Stretch;
import org.silkthread.server.waits.EventTime;
import org.silkthread.server.waits.Message;
import org.silkthread.server.waits.Wait;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk clock emergency}. */
@Command(
        name = "emergency",
        description = "Waits of attendances at emergency departments, in minutes, and where they stand against four"
                + " hours and against twelve hours for a bed.",
        mixinStandardHelpOptions = true)
final class EmergencyCommand implements Callable<Integer> {

    private static final List<Stretch> STRETCHES = List.of(Stretch.values());
    private static final String CODES = Arrays.stream(EmergencyEvent.Kind.values())
            .map(EmergencyEvent.Kind::code)
            .collect(Collectors.joining(", "));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "A CSV file with the columns pathway, event, when, and where there are such detail, id,"
                    + " version; - is standard input.")
    private String file = "";

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description = "When the clocks are read, such as 2025-03-30T14:05; now, if it is not given.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--json", description = "Print the clocks as JSON.")
    private boolean json;

    private EmergencyCommand() {}

    @Override
    public Integer call() {
        Instant moment = moment();
        Map<String, List<Message<EmergencyEvent>>> attendances =
                new EventFile(Table.read(file)).messages(EmergencyCommand::event);
        ClockTable table = new ClockTable(columns());
        attendances.forEach((id, messages) -> write(table.line(), id, EmergencyClock.read(messages, moment)));
        table.writeTo(spec.commandLine().getOut(), json);
        return 0;
    }

    private Instant moment() {
        try {
            return at.map(text -> EventTime.parse(text).earliest())
                    .orElseGet(() -> Clock.systemUTC().instant());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--at: expected " + e.getMessage(), e);
        }
    }

    private static EmergencyEvent event(EventFile file, Row row) {
        EmergencyEvent.Kind kind = EmergencyEvent.Kind.ofCode(file.eventCode(row))
                .orElseThrow(() -> file.refusedEvent(row, "one of " + CODES + ", withdrawn"));
        try {
            return new EmergencyEvent(kind, EventTime.parse(file.when(row)));
        } catch (IllegalArgumentException e) {
            throw file.refusedWhen(row, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> columns() {
        return Stream.of(
                        Stream.of("pathway", "arrival", "departure", "outcome"),
                        STRETCHES.stream().map(EmergencyCommand::column),
                        Stream.of(
                                "waiting_so_far",
                                "four_hours",
                                "twelve_hours",
                                "month",
                                "quarter_hour",
                                "ambiguous",
                                "problems",
                                "reasons"))
                .flatMap(column -> column)
                .toList();
    }

    private static String column(Stretch stretch) {
        return stretch.label().replace(' ', '_') + "_minutes";
    }

    private static void write(ClockTable.Line line, String id, EmergencyReading reading) {
        line.text("pathway", id)
                .text("arrival", reading.arrival().map(EmergencyCommand::written))
                .text("departure", reading.departure().map(left -> written(left.at())))
                .text("outcome", reading.departure().map(Departure::kind).map(EmergencyEvent.Kind::code));
        STRETCHES.forEach(stretch ->
                line.number(column(stretch), reading.waitFor(stretch).known().map(EmergencyCommand::minutes)));
        line.list(
                        "waiting_so_far",
                        STRETCHES.stream()
                                .filter(stretch -> reading.waitFor(stretch) instanceof Wait.SoFar)
                                .map(Stretch::label)
                                .toList())
                .text("four_hours", reading.fourHours().label())
                .text("twelve_hours", reading.twelveHours().label())
                .text("month", reading.month().map(Period::code))
                .text("quarter_hour", reading.quarterHour().map(EmergencyCommand::written))
                .list(
                        "ambiguous",
                        reading.ambiguous().stream()
                                .sorted()
                                .map(EmergencyEvent.Kind::code)
                                .toList())
                .list(
                        "problems",
                        reading.problems().stream()
                                .map(problem -> problem.kind().label())
                                .toList())
                .sentences("reasons", reading.reasons());
    }

    private static double minutes(Duration length) {
        return length.toMillis() / (double) Duration.ofMinutes(1).toMillis();
    }

    private static String written(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(UkTime.ZONE));
    }
}
