package org.silkthread.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published test patient of a measure with the expected result.
 *
 * @param measure the measure's id
 * @param caseId unique within the measure
 * @param start first day of the measurement period
 * @param end its last day
 * @param resources all of the patient
 * @param expected groups with the counts of their populations
 */
public record AcceptanceCase(
        String measure, String caseId, String start, String end, List<JsonNode> resources, JsonNode expected) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public AcceptanceCase {
        resources = List.copyOf(resources);
    }

    /** All cases of a content folder ({@code cases.ndjson.gz}), in the order of the file. */
    public static List<AcceptanceCase> of(Path content) {
        Path file = content.resolve("cases.ndjson.gz");
        try (InputStream packed = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed, 1 << 16), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(AcceptanceCase::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the acceptance cases in " + file, e);
        }
    }

    private static AcceptanceCase parse(String line) {
        JsonNode node = JSON.readTree(line);
        return new AcceptanceCase(
                node.get("measure").asString(),
                node.get("caseId").asString(),
                node.get("start").asString(),
                node.get("end").asString(),
                node.get("bundle")
                        .get("entry")
                        .valueStream()
                        .map(entry -> entry.get("resource"))
                        .toList(),
                node.get("expected"));
    }
}
