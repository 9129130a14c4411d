package org.silkthread.cli.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.waits.EventTime;
import org.silkthread.server.waits.Message;
import org.silkthread.server.waits.ReferralClock;
import org.silkthread.server.waits.ReferralClock.Ending;
import org.silkthread.server.waits.ReferralEvent;
import org.silkthread.server.waits.ReferralPathway;
import org.silkthread.server.waits.ReferralReading;
import org.silkthread.server.waits.WeekBand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk clock referral}. */
@Command(
        name = "referral",
        description = "Waits from referral to treatment, in days, and where they stand against 18 weeks.",
        mixinStandardHelpOptions = true)
final class ReferralCommand implements Callable<Integer> {

    private static final String CODES = Arrays.stream(ReferralEvent.Kind.values())
            .map(ReferralEvent.Kind::code)
            .collect(Collectors.joining(", "));
    private static final List<String> COLUMNS = List.of(
            "pathway",
            "excluded",
            "clock",
            "start",
            "started_by",
            "end",
            "ended_by",
            "days",
            "unadjusted_days",
            "paused_days",
            "within_18_weeks",
            "band",
            "part",
            "waiting_for_admission",
            "month",
            "problems",
            "reasons");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "A CSV file with the columns pathway, event, when, and where there are such detail, id,"
                    + " version; - is standard input.")
    private String file = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day on which the clocks are read, such as 2025-03-30; today, if it is not given.")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--json", description = "Print the clocks as JSON.")
    private boolean json;

    private ReferralCommand() {}

    @Override
    public Integer call() {
        LocalDate day = on.orElseGet(() -> UkTime.today(Clock.systemUTC()));
        Map<String, List<Message<ReferralEvent>>> pathways =
                new EventFile(Table.read(file)).messages(ReferralCommand::event);
        ClockTable table = new ClockTable(COLUMNS);
        pathways.forEach((id, messages) -> write(table, id, ReferralPathway.read(messages, day)));
        table.writeTo(spec.commandLine().getOut(), json);
        return 0;
    }

    private static ReferralEvent event(EventFile file, Row row) {
        ReferralEvent.Kind kind = ReferralEvent.Kind.ofCode(file.eventCode(row))
                .orElseThrow(() -> file.refusedEvent(row, "one of " + CODES + ", withdrawn"));
        LocalDate day;
        try {
            day = EventTime.parseDay(file.when(row));
        } catch (IllegalArgumentException e) {
            throw file.refusedWhen(row, String.valueOf(e.getMessage()));
        }
        try {
            return new ReferralEvent(kind, day, file.detail(row));
        } catch (IllegalArgumentException e) {
            throw file.refusedDetail(row, String.valueOf(e.getMessage()));
        }
    }

    /** A pathway without a clock has one row too, which says why. */
    private static void write(ClockTable table, String id, ReferralReading reading) {
        List<String> problems = reading.problems().stream()
                .map(problem -> problem.kind().label())
                .toList();
        if (reading.clocks().isEmpty()) {
            table.line()
                    .text("pathway", id)
                    .text("excluded", reading.exclusion())
                    .list("problems", problems)
                    .sentences("reasons", whyNoClock(reading));
        }
        reading.clocks().forEach(clock -> {
            ClockTable.Line line = table.line().text("pathway", id);
            write(line, clock);
            line.list("problems", problems);
        });
    }

    private static List<String> whyNoClock(ReferralReading reading) {
        return reading.exclusion()
                .map(why -> List.of("The pathway is outside the rules: " + why + "."))
                .orElseGet(() -> reading.problems().stream()
                        .map(problem -> problem.words())
                        .toList());
    }

    private static void write(ClockTable.Line line, ReferralClock clock) {
        line.number("clock", Optional.of(clock.number()))
                .text("start", clock.start().day().toString())
                .text("started_by", clock.start().kind().code())
                .text("end", clock.ending().day().toString())
                .text("ended_by", endedBy(clock.ending()))
                .number("days", clock.days())
                .number("unadjusted_days", clock.unadjustedDays())
                .number("paused_days", Optional.of(clock.pausedDays()))
                .text("within_18_weeks", clock.isWithin18Weeks().map(within -> within ? "yes" : "no"))
                .text("band", clock.band().map(WeekBand::code))
                .text("part", clock.part().map(ReferralClock.Part::code))
                .text("waiting_for_admission", clock.isWaitingForAdmission() ? "yes" : "no")
                .text("month", clock.month().map(Period::code))
                .sentences("reasons", clock.reasons());
    }

    private static String endedBy(Ending ending) {
        return switch (ending) {
            case Ending.Running running -> "running";
            case Ending.Stopped stopped -> stopped.by().kind().code();
            case Ending.Nullified nullified ->
                "nullified: " + nullified.by().kind().code();
        };
    }
}
