package org.silkthread.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silkthread.measure.report.SmallMeasure.measure;
import static org.silkthread.measure.report.SmallMeasure.patient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.store.LoadProgress;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;

class PopulationRunTest {

    @TempDir
    Path folder;

    private MeasureSet set;

    private record Part(String name, List<PatientRecord> records) implements PatientPartition {
        @Override
        public Iterator<PatientRecord> patients() {
            return records.iterator();
        }
    }

    @BeforeEach
    void measures() {
        String logic = """
                define Women: Patient.gender = 'female'
                define All: true
                define Many: Count([Encounter]) > 1
                define function Number(): Count([Encounter])
                define Sex: Patient.gender.value
                """;
        set = SmallMeasure.of(
                        folder,
                        logic,
                        true,
                        measure(
                                "proportion",
                                "proportion",
                                "boolean",
                                ", \"stratifier\": [{\"id\": \"sex\", \"criteria\": {\"expression\": \"Sex\"}}]",
                                "initial-population: All",
                                "denominator: All",
                                "numerator: Many"),
                        measure(
                                "numbers",
                                "continuous-variable",
                                "boolean",
                                "",
                                "initial-population: Women",
                                "measure-population: Women",
                                "measure-observation: Number"))
                .set();
    }

    @Test
    void one_and_many_threads_give_the_same_tally() throws InterruptedException {
        List<Part> parts = parts(7);
        RunTally one =
                new PopulationRun(set, RunListener.NONE).run(parts, Map.of(), 1).orElseThrow();
        RunTally many = new PopulationRun(set, RunListener.NONE)
                .run(parts.reversed(), Map.of(), 4)
                .orElseThrow();
        assertThat(many).isEqualTo(one);
        assertThat(one.measures().getFirst().patients()).isEqualTo(35);
        PopulationTally total = one.measures().getFirst().groups().getFirst().total();
        assertThat(total.count(2)).isEqualTo(21);
    }

    @Test
    void a_run_goes_on_from_the_parts_that_were_done() throws InterruptedException {
        List<Part> parts = parts(6);
        Map<String, RunTally> done = new HashMap<>();
        RunTally whole = new PopulationRun(set, new RunListener() {
                    @Override
                    public void done(String partition, RunTally tally) {
                        done.put(partition, TallyJson.read(TallyJson.write(tally), set.measures()));
                    }
                })
                .run(parts, Map.of(), 2)
                .orElseThrow();
        assertThat(done).hasSize(6);
        done.keySet().retainAll(Set.of("part1", "part4"));
        List<String> read = new ArrayList<>();
        RunTally resumed = new PopulationRun(set, new RunListener() {
                    @Override
                    public void done(String partition, RunTally tally) {
                        read.add(partition);
                    }
                })
                .run(parts, done, 1)
                .orElseThrow();
        assertThat(resumed).isEqualTo(whole);
        assertThat(read).containsExactly("part0", "part2", "part3", "part5");
    }

    @Test
    void individual_results_sum_to_the_summary() throws InterruptedException {
        Set<String> inNumerator = new TreeSet<>();
        RunTally tally = new PopulationRun(set, new RunListener() {
                    @Override
                    public boolean wantsSubjects() {
                        return true;
                    }

                    @Override
                    public void subject(String partition, SubjectResult result) {
                        if (result.measure().name().equals("proportion")
                                && result.groups().getFirst().count(PopulationCode.NUMERATOR) > 0) {
                            inNumerator.add(result.patientId());
                        }
                    }
                })
                .run(parts(5), Map.of(), 2)
                .orElseThrow();
        assertThat(tally.measures().getFirst().groups().getFirst().total().count(PopulationCode.NUMERATOR))
                .isEqualTo(inNumerator.size());
    }

    @Test
    void a_part_that_cannot_be_read_ends_the_run_with_its_cause() {
        PatientPartition broken = new PatientPartition() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Iterator<PatientRecord> patients() {
                throw new IllegalArgumentException("the file is cut short");
            }
        };
        assertThatThrownBy(() -> new PopulationRun(set, RunListener.NONE).run(List.of(broken), Map.of(), 2))
                .hasMessage("The population could not be read: the file is cut short");
    }

    @Test
    void a_store_gives_the_same_tally_in_any_number_of_parts() throws InterruptedException, IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            lines.append("{\"resourceType\":\"Patient\",\"id\":\"p%d\",\"gender\":\"%s\"}\n"
                    .formatted(i, i % 3 == 0 ? "male" : "female"));
            for (int e = 0; e < i % 4; e++) {
                lines.append(
                        "{\"resourceType\":\"Encounter\",\"id\":\"e%d-%d\",\"status\":\"finished\",".formatted(i, e));
                lines.append("\"class\":{},\"subject\":{\"reference\":\"Patient/p%d\"}}\n".formatted(i));
            }
        }
        Files.writeString(data.resolve("all.ndjson"), lines);
        Path into = folder.resolve("store");
        new PopulationLoader(FhirModel.r4(), into, 2).load(List.of(data), Set.of(), LoadProgress.SILENT);
        try (PopulationStore store = PopulationStore.open(into, FhirModel.r4())) {
            RunTally one = run(StorePartition.of(store, Projection.everything(), 1), 1);
            assertThat(run(StorePartition.of(store, Projection.everything(), 5), 3))
                    .isEqualTo(one);
            assertThat(one.measures().getFirst().patients()).isEqualTo(30);
        }
    }

    private RunTally run(List<? extends PatientPartition> parts, int threads) throws InterruptedException {
        return new PopulationRun(set, RunListener.NONE)
                .run(parts, Map.of(), threads)
                .orElseThrow();
    }

    /** Parts of five patients each; patient n of a part has n encounters. */
    private static List<Part> parts(int number) {
        List<Part> parts = new ArrayList<>();
        for (int p = 0; p < number; p++) {
            List<PatientRecord> records = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String[] encounters = new String[i];
                for (int e = 0; e < i; e++) {
                    encounters[e] = "e" + p + "-" + i + "-" + e + ":finished";
                }
                records.add(patient("p" + p + "-" + i, i % 2 == 0 ? "female" : "male", encounters));
            }
            parts.add(new Part("part" + p, records));
        }
        return parts;
    }
}
