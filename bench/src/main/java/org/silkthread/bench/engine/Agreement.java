package org.silkthread.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many cases an engine answers as expected: every population of every group has the expected count. Observations
 * are not judged; a case without an answer is wrong.
 *
 * @param right cases answered as expected
 * @param all cases
 * @param wrong how many cases of each measure are not
 */
public record Agreement(int right, int all, Map<String, Integer> wrong) {

    private static final String OBSERVATION = "measure-observation";

    /**
     * @param cases with what is expected
     * @param answers a file of JSON lines: {@code measure}, {@code caseId} and {@code groups}, each with {@code id} and
     *     {@code populations} of {@code id}, {@code code} and {@code count}
     */
    public static Agreement of(List<AcceptanceCase> cases, Path answers) {
        Map<List<String>, JsonNode> given = new HashMap<>();
        try (Stream<String> lines = Files.lines(answers)) {
            lines.filter(line -> !line.isBlank())
                    .map(JsonMapper.shared()::readTree)
                    .forEach(answer -> given.put(
                            List.of(
                                    answer.get("measure").asString(),
                                    answer.get("caseId").asString()),
                            answer.path("groups")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the answers in " + answers, e);
        }
        Map<String, Integer> wrong = new TreeMap<>();
        int right = 0;
        for (AcceptanceCase one : cases) {
            JsonNode groups = given.get(List.of(one.measure(), one.caseId()));
            if (groups != null && agree(one.expected(), groups)) {
                right++;
            } else {
                wrong.merge(one.measure(), 1, Integer::sum);
            }
        }
        return new Agreement(right, cases.size(), wrong);
    }

    /** In per cent. */
    public double share() {
        return 100.0 * right / all;
    }

    private static boolean agree(JsonNode expected, JsonNode given) {
        if (expected.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            JsonNode group = expected.get(i);
            JsonNode same = withId(given, group.path("id").asString("")).orElse(given.get(i));
            if (!agreeInPopulations(group.path("populations"), same.path("populations"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean agreeInPopulations(JsonNode expected, JsonNode given) {
        return expected.valueStream()
                .filter(population -> !population.path("code").asString("").equals(OBSERVATION))
                .allMatch(population -> counterpart(population, given)
                        .filter(found -> found.path("count").asInt(-1)
                                == population.path("count").asInt(-2))
                        .isPresent());
    }

    private static Optional<JsonNode> counterpart(JsonNode population, JsonNode given) {
        return withId(given, population.path("id").asString(""))
                .or(() -> given.valueStream()
                        .filter(other -> other.path("code")
                                .asString("")
                                .equals(population.path("code").asString("")))
                        .findFirst());
    }

    private static Optional<JsonNode> withId(JsonNode nodes, String id) {
        return id.isEmpty()
                ? Optional.empty()
                : nodes.valueStream()
                        .filter(node -> node.path("id").asString("").equals(id))
                        .findFirst();
    }
}
