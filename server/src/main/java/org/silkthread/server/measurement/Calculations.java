package org.silkthread.server.measurement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.measure.report.MeasureDefinition;
import org.silkthread.measure.report.MeasureReader;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.Released;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.measurement.store.CalculationTable;
import org.silkthread.server.measurement.store.ResultTable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calculations of measures over the population of this server. They are asked for here; the server works on them one after
 * the other and keeps what is done of each, so that nothing is lost when it stops.
 */
@Component
public class Calculations {

    private final MeasurementContent content;
    private final MeasurementSettings settings;
    private final Population population;
    private final CalculationTable table;
    private final ResultTable results;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calculations(
            MeasurementContent content,
            MeasurementSettings settings,
            Population population,
            CalculationTable table,
            ResultTable results,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.content = content;
        this.settings = settings;
        this.population = population;
        this.table = table;
        this.results = results;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Told when a calculation was asked for. */
    record Asked(long calculation) {}

    /** Whether this server has patients to measure. */
    public boolean hasPopulation() {
        return population.exists();
    }

    /** The code of the organisation whose patients this server has. */
    public String organisation() {
        return population.organisation();
    }

    /** The measures that this server has, in the order of the content. */
    public List<Calculation.Choice> choices() {
        return content.content().measures().stream()
                .map(MeasureReader::read)
                .map(Calculations::choice)
                .toList();
    }

    static Calculation.Choice choice(MeasureDefinition measure) {
        return new Calculation.Choice(
                measure.canonical(), measure.title().isEmpty() ? measure.label() : measure.title());
    }

    /**
     * Asks for a calculation.
     *
     * @throws Refused when this server has no population or not all of the measures
     */
    @Transactional
    public Calculation start(CalculationRequest request, SignedIn person) {
        List<Calculation.Choice> known = choices();
        List<Calculation.Choice> chosen = new ArrayList<>();
        for (String measure : request.measures()) {
            chosen.add(known.stream()
                    .filter(choice -> choice.measure().equals(measure))
                    .findFirst()
                    .orElseThrow(() -> new Refused("The server has no measure " + measure + ".")));
        }
        if (chosen.isEmpty()) {
            throw new Refused("Name at least one measure.");
        }
        long id = table.add(new Calculation(
                0,
                population.organisation(),
                request.period(),
                chosen.stream().distinct().toList(),
                content.current().digest(),
                population.digest(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                person.username(),
                person.name(),
                new Calculation.Progress(settings.parts(), 0, 0),
                new CalculationState.Waiting()));
        audit.record(new AuditEvent(
                person.actor(),
                "measurement.start",
                subject(id),
                chosen.size() + " measures, " + request.period().code()));
        events.publishEvent(new Asked(id));
        return find(id).orElseThrow();
    }

    /**
     * Calls a calculation off. What is done of it is kept, and nothing is published.
     *
     * @return whether it was; not when it was over before
     */
    @Transactional
    public boolean cancel(Calculation calculation, SignedIn person) {
        boolean cancelled = table.cancel(calculation.id(), person.name(), clock.instant());
        if (cancelled) {
            audit.record(new AuditEvent(person.actor(), "measurement.cancel", subject(calculation.id()), ""));
        }
        return cancelled;
    }

    public Optional<Calculation> find(long id) {
        return table.find(id);
    }

    /** The latest, latest first. */
    public List<Calculation> latest(int limit) {
        return table.latest(limit);
    }

    /** What it gave, in the order of the measures; empty until it is completed. */
    List<MeasureResult> results(long id) {
        return results.results(id);
    }

    /**
     * What it gave, for those who may see its exact counts.
     *
     * @throws AccessDeniedException when the reader may not
     */
    public Released<List<MeasureResult>> results(Calculation calculation, Audience reader) {
        return released(results(calculation.id()), calculation, reader);
    }

    private static <T> Released<T> released(T content, Calculation calculation, Audience reader) {
        return Disclosure.release(content, calculation.organisation(), reader)
                .orElseThrow(() -> new AccessDeniedException("The exact counts are for their organisation"));
    }

    /** What became of the indicators that are calculated by its measures; empty until it is completed. */
    public List<IndicatorOutcome> outcomes(long id) {
        return results.outcomes(id);
    }

    /**
     * The FHIR MeasureReports that it gave, one a line, for those who may see its exact counts.
     *
     * @throws AccessDeniedException when the reader may not
     */
    public Released<String> reports(Calculation calculation, Audience reader) {
        return released(reports(calculation.id()), calculation, reader);
    }

    String reports(long id) {
        return String.join("\n", results.reports(id)) + '\n';
    }

    /** How the audit trail names a calculation. */
    static String subject(long id) {
        return "calculation/" + id;
    }
}
