package org.silkthread.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.report.MeasurementPeriod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published quality measures with test patients and expected results, read from {@code shared/acceptance/dqm}. */
public final class PublishedMeasures {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PublishedMeasures() {}

    /**
     * A test patient of a measure.
     *
     * @param measure the measure's name
     * @param id the case
     * @param bundle the patient's resources as a Bundle
     * @param expected the groups, each with {@code id} and {@code populations} of {@code id}, {@code code}, {@code count}
     */
    public record Case(
            String measure, String id, String patientId, MeasurementPeriod period, JsonNode bundle, JsonNode expected) {

        public byte[] bundleBytes() {
            return JSON.writeValueAsBytes(bundle);
        }
    }

    /** Measures, libraries and value sets. Translations are kept in the build folder, because they take seconds. */
    public static Content content() {
        try {
            return Content.read(List.of(SharedData.require("acceptance/dqm")), Path.of("target", "elm-cache"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Case> cases() {
        Path file = SharedData.require("acceptance/dqm/cases.ndjson.gz");
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(read(JSON.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    /** Cases whose expected result contradicts the measure's logic, as {@code measure/case}. */
    public static Set<String> knownBad() {
        JsonNode list = JSON.readTree(
                SharedData.require("acceptance/dqm/known-bad.json").toFile());
        return list.values().stream()
                .map(pair -> pair.path(0).asString() + '/' + pair.path(1).asString())
                .collect(Collectors.toSet());
    }

    private static Case read(JsonNode node) {
        return new Case(
                node.path("measure").asString(),
                node.path("caseId").asString(),
                node.path("patientId").asString(),
                MeasurementPeriod.parse(
                        node.path("start").asString() + '/' + node.path("end").asString()),
                node.path("bundle"),
                node.path("expected"));
    }
}
