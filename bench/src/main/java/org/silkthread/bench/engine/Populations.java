package org.silkthread.bench.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.SyntheticPopulation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The populations that engines are compared on, made of acceptance cases or synthetic. All are in random order with a
 * fixed seed, so that the first patients are a fair sample of all, and equal on every machine.
 */
final class Populations {

    private static final long SEED = 20_260_101;
    private static final int HEAVY_PATIENTS = 2_000;
    private static final int CASES_OF_A_HEAVY_PATIENT = 20;
    private static final LocalDate SYNTHETIC_UNTIL = LocalDate.of(2027, 12, 31);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<AcceptanceCase> cases;

    Populations(List<AcceptanceCase> cases) {
        this.cases = List.copyOf(cases);
    }

    /** Every acceptance patient once; {@code cases.ndjson} says which case each of them is. */
    void writeLight(Path folder) throws IOException {
        List<AcceptanceCase> order = new ArrayList<>(cases);
        Collections.shuffle(order, new Random(SEED));
        try (PopulationWriter population = new PopulationWriter(folder);
                BufferedWriter origins = Files.newBufferedWriter(folder.resolve("cases.ndjson"))) {
            for (int i = 0; i < order.size(); i++) {
                AcceptanceCase origin = order.get(i);
                String patient = "light-%05d".formatted(i);
                population.patient(patient, renamed(origin, patient, patient + "-"));
                ObjectNode line = JSON.createObjectNode();
                line.put("patient", patient).put("measure", origin.measure()).put("caseId", origin.caseId());
                origins.write(JSON.writeValueAsString(line));
                origins.newLine();
            }
        }
        writePeriods(folder);
    }

    /** Patients with the resources of twenty cases each; the Patient resource is that of the first. */
    void writeHeavy(Path folder) throws IOException {
        Random random = new Random(SEED);
        try (PopulationWriter population = new PopulationWriter(folder)) {
            for (int i = 0; i < HEAVY_PATIENTS; i++) {
                String patient = "heavy-%05d".formatted(i);
                Set<Integer> drawn = new LinkedHashSet<>();
                while (drawn.size() < Math.min(CASES_OF_A_HEAVY_PATIENT, cases.size())) {
                    drawn.add(random.nextInt(cases.size()));
                }
                List<ObjectNode> resources = new ArrayList<>();
                boolean first = true;
                for (int index : drawn) {
                    for (ObjectNode resource : renamed(cases.get(index), patient, patient + "-" + index + "-")) {
                        if (first || !resource.get("resourceType").asString().equals("Patient")) {
                            resources.add(resource);
                        }
                    }
                    first = false;
                }
                population.patient(patient, resources);
            }
        }
        writePeriods(folder);
    }

    /**
     * Synthetic patients whose histories go on to the end of the periods. Only the first ones stand in {@code bundles.ndjson}:
     * engines that keep patients in memory take no more.
     *
     * @param patients how many
     * @param bundles how many of them as a Bundle, too
     */
    void writeSynthetic(Path folder, long patients, int bundles) throws IOException {
        PopulationOrder ordinary = PopulationOrder.of(patients, SEED);
        SyntheticPopulation population = new SyntheticPopulation(new PopulationOrder(
                patients, SEED, SYNTHETIC_UNTIL, ordinary.years(), ordinary.density(), ordinary.kinds()));
        population.write(folder.resolve("ndjson"), true, Runtime.getRuntime().availableProcessors(), written -> {});
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("bundles.ndjson"))) {
            for (long number = 0; number < bundles; number++) {
                List<ObjectNode> resources = new ArrayList<>();
                for (byte[] text : population.patient(number).values()) {
                    new String(text, StandardCharsets.UTF_8)
                            .lines()
                            .forEach(line -> resources.add((ObjectNode) JSON.readTree(line)));
                }
                String id = resources.getFirst().get("id").asString();
                lines.write(JSON.writeValueAsString(PopulationWriter.bundle(id, resources)));
                lines.newLine();
            }
        }
        writePeriods(folder);
    }

    private static List<ObjectNode> renamed(AcceptanceCase origin, String patient, String prefix) {
        Renaming renaming = new Renaming(patient, prefix);
        return origin.resources().stream().map(renaming::of).toList();
    }

    /** The period that most cases of a measure have, for each measure: engines evaluate all patients over it. */
    private void writePeriods(Path folder) throws IOException {
        Map<String, Map<List<String>, Long>> counts = cases.stream()
                .collect(Collectors.groupingBy(
                        AcceptanceCase::measure,
                        TreeMap::new,
                        Collectors.groupingBy(c -> List.of(c.start(), c.end()), Collectors.counting())));
        ObjectNode periods = JSON.createObjectNode();
        counts.forEach((measure, found) -> {
            List<String> period = mostFrequent(found);
            periods.putObject(measure).put("start", period.getFirst()).put("end", period.getLast());
        });
        Files.writeString(folder.resolve("periods.json"), periods.toPrettyString() + "\n");
    }

    private static List<String> mostFrequent(Map<List<String>, Long> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<List<String>, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getFirst(), Comparator.comparing(Function.identity())))
                .orElseThrow()
                .getKey();
    }
}
