package org.silkthread.measure.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twenty thousand patients, compared with what is published about England. */
class PlausibilityTest {

    private static final int PATIENTS = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder = Path.of("");

    private static final Map<String, Integer> AGES = new HashMap<>();
    private static final Map<String, Set<String>> WITH = new HashMap<>();
    private static int women;
    private static int deaths;

    @BeforeAll
    static void readPopulation() throws Exception {
        PopulationOrder order = new PopulationOrder(
                PATIENTS,
                2026,
                PopulationOrder.UNTIL,
                PopulationOrder.YEARS,
                1,
                EnumSet.of(ResourceKind.PATIENT, ResourceKind.CONDITION));
        new SyntheticPopulation(order).write(folder.resolve("p"), false, 2, done -> {});
        for (String line : Files.readAllLines(folder.resolve("p/Patient.ndjson"))) {
            patient(JSON.readTree(line));
        }
        for (String line : Files.readAllLines(folder.resolve("p/Condition.ndjson"))) {
            JsonNode condition = JSON.readTree(line);
            String id = condition.at("/subject/reference").asString().substring("Patient/".length());
            if (AGES.containsKey(id)) {
                WITH.computeIfAbsent(condition.at("/code/coding/0/code").asString(), code -> new HashSet<>())
                        .add(id);
            }
        }
    }

    @Test
    void ages_and_sexes_are_those_of_england() {
        assertThat(share(0, 17)).isBetween(0.19, 0.22);
        assertThat(share(18, 64)).isBetween(0.58, 0.64);
        assertThat(share(65, 120)).isBetween(0.17, 0.205);
        assertThat(share(85, 120)).isBetween(0.018, 0.03);
        assertThat(women / (double) PATIENTS).isBetween(0.495, 0.525);
    }

    @Test
    void about_one_in_a_hundred_dies_each_year() {
        assertThat(deaths / (double) PATIENTS / PopulationOrder.YEARS).isBetween(0.007, 0.013);
    }

    @Test
    void long_term_conditions_are_as_common_as_on_the_registers_of_practices() {
        assertThat(prevalence(0, "59621000")).as("hypertension").isBetween(0.12, 0.18);
        assertThat(prevalence(17, "44054006", "46635009")).as("diabetes").isBetween(0.06, 0.105);
        assertThat(prevalence(0, "53741008", "22298006")).as("coronary disease").isBetween(0.022, 0.042);
        assertThat(prevalence(0, "49436004")).as("atrial fibrillation").isBetween(0.015, 0.032);
        assertThat(prevalence(0, "13645005")).as("COPD").isBetween(0.012, 0.028);
        assertThat(prevalence(6, "195967001")).as("asthma").isBetween(0.05, 0.085);
        assertThat(prevalence(18, "433144002", "431857002"))
                .as("kidney disease")
                .isBetween(0.028, 0.06);
        assertThat(prevalence(18, "35489007")).as("depression").isBetween(0.10, 0.17);
        assertThat(prevalence(0, "58214004", "13746004"))
                .as("severe mental illness")
                .isBetween(0.007, 0.015);
        assertThat(prevalence(65, "26929004", "429998004")).as("dementia").isBetween(0.03, 0.06);
        assertThat(prevalence(0, "230690007")).as("stroke").isBetween(0.012, 0.027);
        assertThat(prevalence(0, "84114007")).as("heart failure").isBetween(0.006, 0.018);
        assertThat(prevalence(18, "84757009")).as("epilepsy").isBetween(0.005, 0.013);
        assertThat(prevalence(0, "110359009")).as("learning disability").isBetween(0.003, 0.009);
        assertThat(prevalence(18, "414916001")).as("obesity").isBetween(0.13, 0.30);
    }

    @Test
    void conditions_come_together() {
        Set<String> diabetic = WITH.getOrDefault("44054006", Set.of());
        Set<String> raised = WITH.getOrDefault("59621000", Set.of());
        double both = diabetic.stream().filter(raised::contains).count() / (double) diabetic.size();
        assertThat(both).isGreaterThan(2 * raised.size() / (double) AGES.size());
    }

    @Test
    void a_patient_has_about_a_hundred_resources_and_older_patients_have_more() {
        SyntheticPopulation population = new SyntheticPopulation(PopulationOrder.of(1, 2026));
        long all = 0;
        for (int i = 0; i < 1000; i++) {
            for (byte[] text : population.patient(i).values()) {
                for (byte character : text) {
                    all += character == '\n' ? 1 : 0;
                }
            }
        }
        assertThat(all / 1000.0).isBetween(95.0, 125.0);
    }

    private static void patient(JsonNode patient) {
        if (patient.path("gender").asString().equals("female")) {
            women++;
        }
        if (patient.has("deceasedDateTime")) {
            deaths++;
            return;
        }
        LocalDate born = LocalDate.parse(patient.path("birthDate").asString());
        AGES.put(patient.path("id").asString(), (int) ChronoUnit.YEARS.between(born, PopulationOrder.UNTIL));
    }

    private static double share(int from, int to) {
        return AGES.values().stream().filter(age -> age >= from && age <= to).count() / (double) AGES.size();
    }

    private static double prevalence(int fromAge, String... codes) {
        Set<String> affected = new HashSet<>();
        for (String code : codes) {
            affected.addAll(WITH.getOrDefault(code, Set.of()));
        }
        affected.removeIf(id -> AGES.getOrDefault(id, -1) < fromAge);
        return affected.size()
                / (double) AGES.values().stream().filter(age -> age >= fromAge).count();
    }
}
