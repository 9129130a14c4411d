package org.silkthread.measure.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.report.GroupResult;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.PopulationCount;
import org.silkthread.measure.report.SubjectResult;

/** Small cases counted by hand: {@code national/*.txt}, one file an indicator, for April 2025 to March 2026. */
class IndicatorCasesTest {

    private static final NationalSet NATIONAL = NationalSet.read();
    private static final FhirModel MODEL = FhirModel.r4();

    private record Case(String indicator, String title, List<String> lines, Map<String, Long> expected) {}

    @TestFactory
    Stream<DynamicTest> counts_are_those_made_by_hand() throws IOException {
        MeasureSet plain = NATIONAL.with(Oracle::new);
        MeasureSet compiled = NATIONAL.with(CompiledPlan::of);
        return cases().stream()
                .map(test -> DynamicTest.dynamicTest(test.indicator() + ": " + test.title(), () -> {
                    assertThat(counts(plain, test)).as("evaluated plainly").containsAllEntriesOf(test.expected());
                    assertThat(counts(compiled, test)).as("compiled").containsAllEntriesOf(test.expected());
                }));
    }

    @Test
    void every_indicator_has_cases_in_and_out_of_its_numerator() throws IOException {
        Map<String, TreeSet<Long>> outcomes = new HashMap<>();
        for (Case test : cases()) {
            String deciding = test.expected().containsKey("numerator") ? "numerator" : "initial-population";
            outcomes.computeIfAbsent(test.indicator(), name -> new TreeSet<>())
                    .add(test.expected().getOrDefault(deciding, -1L));
        }
        for (int i = 0; i < NATIONAL.measures().size(); i++) {
            String indicator =
                    NATIONAL.measures().get(i).measure().groups().getFirst().id();
            assertThat(outcomes.getOrDefault(indicator, new TreeSet<>()))
                    .as(indicator)
                    .contains(0L)
                    .hasSizeGreaterThan(1);
        }
    }

    private static Map<String, Long> counts(MeasureSet measures, Case test) {
        PatientEvaluator evaluator = measures.evaluator();
        evaluator.evaluate(person(test));
        SubjectResult result = evaluator.subject(NATIONAL.index(test.indicator()));
        assertThat(result.errors()).isEmpty();
        Map<String, Long> counts = new HashMap<>();
        GroupResult group = result.groups().getFirst();
        for (PopulationCount count : group.populations()) {
            counts.put(count.code().code(), count.count());
        }
        return counts;
    }

    private static PatientRecord person(Case test) {
        StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[");
        String separator = "";
        for (String resource : Shorthand.resources(test.lines())) {
            bundle.append(separator).append("{\"resource\":").append(resource).append('}');
            separator = ",";
        }
        RecordCollector collector =
                RecordCollector.of(MODEL, bundle.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(collector.problems()).isEmpty();
        return collector.records().getFirst();
    }

    private static List<Case> cases() throws IOException {
        Path folder = Path.of("src/test/resources/national");
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                read(file, cases);
            }
        }
        return cases;
    }

    private static void read(Path file, List<Case> cases) throws IOException {
        String indicator = Objects.requireNonNull(file.getFileName()).toString().replace(".txt", "");
        String title = "";
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("case ")) {
                title = line.substring(5);
            } else if (line.startsWith("expect ")) {
                cases.add(new Case(indicator, title, List.copyOf(lines), expected(line.substring(7))));
                lines.clear();
            } else if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        assertThat(lines).as(file + " ends with what is expected").isEmpty();
    }

    private static Map<String, Long> expected(String text) {
        Map<String, Long> expected = new HashMap<>();
        String[] words = text.split(" +");
        for (int i = 0; i < words.length; i += 2) {
            expected.put(words[i], Long.parseLong(words[i + 1]));
        }
        return Map.copyOf(expected);
    }
}
