package org.silkthread.server.measurement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.report.GapStatus;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.SubjectResult;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.store.PopulationStore;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which care is missing for one patient of the population, by measures that are proportions. */
@Service
public class CareGaps {

    private final MeasurementContent content;
    private final Population population;
    private final Clock clock;

    CareGaps(MeasurementContent content, Population population, Clock clock) {
        this.content = content;
        this.population = population;
        this.clock = clock;
    }

    /**
     * The gaps of a patient as FHIR Parameters with a document Bundle as the DEQM implementation guide describes it.
     *
     * @param patient the id of the patient
     * @param measures ids, names or canonical addresses; empty for all of the server
     * @param wanted the states to report; measures without one of them are left out
     * @throws Refused when the server has no such patient or measure, or no population
     */
    public String of(String patient, List<String> measures, MeasurementPeriod period, Set<GapStatus> wanted) {
        Instant now = clock.instant();
        PreparedRun run = PreparedRun.of(
                content.content(), new RunRequest(measures, period, ZoneOffset.UTC, now, Map.of(), false));
        if (run.measures().isEmpty()) {
            throw new Refused("The server has none of these measures.");
        }
        MeasureSet set = run.measureSet();
        try (PopulationStore store = population.open()) {
            PatientRecord record = store.lookup(run.projection())
                    .find(patient)
                    .orElseThrow(() -> new Refused("This server has no patient " + patient + "."));
            PatientEvaluator evaluator = set.evaluator();
            evaluator.evaluate(record);
            GapDocument document = new GapDocument(patient, population.organisation(), now);
            for (int i = 0; i < set.size(); i++) {
                add(document, evaluator.subject(i), period, now, wanted);
            }
            return document.parameters();
        }
    }

    private static void add(
            GapDocument document, SubjectResult result, MeasurementPeriod period, Instant now, Set<GapStatus> wanted) {
        List<GapStatus> gaps = new ArrayList<>();
        for (int i = 0; i < result.groups().size(); i++) {
            GapStatus.of(result.measure().groups().get(i), result.groups().get(i))
                    .filter(wanted::contains)
                    .ifPresent(gaps::add);
        }
        if (!gaps.isEmpty()) {
            document.add(Calculations.choice(result.measure()).title(), report(result, period, now), gaps);
        }
    }

    private static JsonNode report(SubjectResult result, MeasurementPeriod period, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MeasureReportWriter writer = new MeasureReportWriter(bytes, period, now.atOffset(ZoneOffset.UTC))) {
            writer.individual(result);
        }
        return JsonMapper.shared().readTree(bytes.toString(StandardCharsets.UTF_8));
    }
}
