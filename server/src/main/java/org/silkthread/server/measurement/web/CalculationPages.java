package org.silkthread.server.measurement.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.measurement.Calculation;
import org.silkthread.server.measurement.CalculationAccess;
import org.silkthread.server.measurement.CalculationState;
import org.silkthread.server.measurement.Calculations;
import org.silkthread.server.measurement.MeasureResult;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Component;

/** Composes the pages of calculations. */
@Component
class CalculationPages {

    static final String HOME = "/analyst";
    private static final int LATEST = 50;

    private final Calculations calculations;
    private final CalculationAccess access;
    private final Directory directory;
    private final Clock clock;

    CalculationPages(Calculations calculations, CalculationAccess access, Directory directory, Clock clock) {
        this.calculations = calculations;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    static String address(long id) {
        return HOME + "/calculations/" + id;
    }

    CalculationView.Home home() {
        String missing = !calculations.hasPopulation()
                ? "This server has no patients to measure. Its operator loads a population and names its folder."
                : calculations.choices().isEmpty()
                        ? "This server has no measures. Its operator names the folder that holds them."
                        : "";
        List<List<Cell>> rows = calculations.latest(LATEST).stream()
                .filter(access::allows)
                .map(this::row)
                .toList();
        return new CalculationView.Home(
                name(calculations.organisation()),
                missing.isEmpty(),
                missing,
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Table(
                                "Latest calculations",
                                List.of(
                                        Table.Column.words("Calculation"),
                                        Table.Column.words("Period"),
                                        Table.Column.numbers("Measures"),
                                        Table.Column.words("State"),
                                        Table.Column.words("Asked for")),
                                rows)));
    }

    private List<Cell> row(Calculation calculation) {
        int measures = calculation.measures().size();
        return Table.row(
                Cell.link("Calculation " + calculation.id(), address(calculation.id())),
                Cell.words(calculation.period().label()),
                Cell.figure(Wording.count(measures), Integer.toString(measures)),
                Cell.words(calculation.state().label()),
                Cell.words(moment(calculation.askedAt()) + ", by " + calculation.personName()));
    }

    CalculationView.Start start(Optional<String> period, List<String> chosen, List<FormProblem> problems) {
        return new CalculationView.Start(
                name(calculations.organisation()),
                period.orElseGet(this::lastYear),
                calculations.choices().stream()
                        .map(choice ->
                                Choice.of(choice.measure(), choice.title()).chosenIf(chosen.contains(choice.measure())))
                        .toList(),
                problems);
    }

    /** The code of the last financial year that is over. */
    private String lastYear() {
        return FinancialYear.of(UkTime.today(clock)).period().previous().code();
    }

    CalculationView.One one(Calculation calculation, Audience reader) {
        List<MeasureResult> results = calculations.results(calculation, reader).content();
        return new CalculationView.One(
                calculation.id(),
                calculation.period().label(),
                calculation.state().label(),
                colour(calculation.state()),
                sentences(calculation),
                !calculation.state().isOver(),
                address(calculation.id()),
                results.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ResultRows.table(
                                calculation.period().label(), results, calculations.outcomes(calculation.id()))),
                cautions(calculation, results),
                facts(calculation, true),
                calculation.measures().stream().map(Calculation.Choice::title).toList());
    }

    CalculationView.Provenance provenance(Calculation calculation) {
        List<List<Cell>> rows = calculation.measures().stream()
                .map(choice -> Table.row(
                        Cell.words(choice.title()),
                        Cell.rich(code(choice.url()), choice.url()),
                        Cell.words(choice.version().isEmpty() ? "Not stated" : choice.version())))
                .toList();
        return new CalculationView.Provenance(
                calculation.id(),
                name(calculation.organisation()),
                "/organisations/" + calculation.organisation(),
                facts(calculation, false),
                new Table(
                        "Measures",
                        List.of(
                                Table.Column.words("Measure"),
                                Table.Column.words("Address"),
                                Table.Column.words("Version")),
                        rows));
    }

    private static String colour(CalculationState state) {
        return switch (state) {
            case CalculationState.Waiting waiting -> "grey";
            case CalculationState.Running running -> "blue";
            case CalculationState.Completed completed -> "green";
            case CalculationState.Failed failed -> "red";
            case CalculationState.Cancelled cancelled -> "grey";
        };
    }

    private static List<String> sentences(Calculation calculation) {
        Calculation.Progress progress = calculation.progress();
        String done = Wording.count(progress.done()) + " of "
                + Wording.counted(progress.parts(), "part", "parts") + " done. "
                + Wording.counted(progress.patients(), "patient", "patients") + " so far.";
        return switch (calculation.state()) {
            case CalculationState.Waiting waiting ->
                List.of("It waits for its turn. The server works on one calculation at a time.");
            case CalculationState.Running running ->
                List.of(done, "What is done is kept. If the server stops, it goes on from here.");
            case CalculationState.Completed completed ->
                List.of("Finished on " + moment(completed.at()) + ". It looked at "
                        + Wording.counted(progress.patients(), "patient", "patients") + ".");
            case CalculationState.Failed failed -> List.of(failed.reason(), "Nothing was published.");
            case CalculationState.Cancelled cancelled ->
                List.of("Cancelled by " + cancelled.by() + " on " + moment(cancelled.at())
                        + ". Nothing was published.");
        };
    }

    private static List<String> cautions(Calculation calculation, List<MeasureResult> results) {
        List<String> cautions = new ArrayList<>();
        if (calculation.state() instanceof CalculationState.Completed completed
                && !completed.words().isEmpty()) {
            cautions.add(completed.words());
        }
        String failed = results.stream()
                .filter(result -> result.failed() > 0)
                .map(MeasureResult::title)
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            cautions.add("A definition failed for some patients, who are in no count: " + failed
                    + ". The reports say where in the logic.");
        }
        String noted = results.stream()
                .filter(result -> result.noted() > 0)
                .map(result -> result.title() + " (" + Wording.counted(result.noted(), "patient", "patients") + ")")
                .collect(Collectors.joining(", "));
        if (!noted.isEmpty()) {
            cautions.add("Values that could not be used count as absent: " + noted + ".");
        }
        return cautions;
    }

    private List<SummaryRow> facts(Calculation calculation, boolean inside) {
        List<SummaryRow> facts = new ArrayList<>();
        facts.add(SummaryRow.of("Patients of", name(calculation.organisation())));
        facts.add(SummaryRow.of("Period", calculation.period().label()));
        facts.add(SummaryRow.of(
                "Asked for", moment(calculation.askedAt()) + (inside ? ", by " + calculation.personName() : "")));
        facts.add(SummaryRow.of("State", calculation.state().label()));
        facts.add(SummaryRow.of("Digest of the measures", code(calculation.contentDigest())));
        facts.add(SummaryRow.of("Digest of the population", code(calculation.populationDigest())));
        return facts;
    }

    /** A digest may be broken anywhere, so that it fits a narrow screen. */
    private static Content code(String digest) {
        return output -> {
            output.writeContent("<code class=\"silk-code\">");
            output.writeUserContent(digest);
            output.writeContent("</code>");
        };
    }

    private String name(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }

    static String moment(Instant instant) {
        LocalDateTime at = UkTime.at(instant);
        return Wording.date(at.toLocalDate()) + " at "
                + Wording.time(at.toLocalTime().withSecond(0).withNano(0));
    }
}
