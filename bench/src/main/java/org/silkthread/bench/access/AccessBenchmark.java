package org.silkthread.bench.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Footprint;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.readers.Load;
import org.silkthread.bench.readers.Users;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.server.SilkthreadServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A person's record and a public page, read with and without the protection around them, by turns on one server. */
public final class AccessBenchmark implements Benchmark {

    private static final List<Guards> TURNS =
            List.of(Guards.ALL, new Guards(true, false), new Guards(false, true), new Guards(false, false));
    private static final List<Integer> READERS = List.of(1, 8);

    @Override
    public String name() {
        return "access";
    }

    @Override
    public String about() {
        return "a record and a public page with authorisation and audit on and off, by turns on one server";
    }

    @Override
    public Findings run(Effort effort) {
        Switchboard switchboard = new Switchboard();
        try (Workspace workspace = Workspace.create();
                ConfigurableApplicationContext server = new SpringApplicationBuilder(SilkthreadServer.class)
                        .initializers(context -> context.getBeanFactory().addBeanPostProcessor(switchboard))
                        .run(
                                "--silkthread.dir=" + workspace.at("data"),
                                "--server.port=0",
                                "--management.server.port=0",
                                "--silkthread.requests.unlimited=127.0.0.1,::1")) {
            Ward ward = Ward.make(server);
            URI address =
                    URI.create("http://localhost:" + server.getEnvironment().getRequiredProperty("local.server.port"));
            try (HttpClient clinician = Entrance.signIn(address, ward)) {
                Measurement measurement = new Measurement(switchboard, server, clinician, Plan.of(effort));
                return new Findings(
                        name(),
                        List.of(
                                measurement.table(
                                        "The record of a person with 20 entries", address.resolve(ward.record())),
                                measurement.table("The home page, signed in", address.resolve("/"))),
                        List.of(
                                "Turns of each kind follow each other on one server; a figure is the middle one of its turns.",
                                "CPU ms: of the program, its database and the readers, who share one process with it.",
                                "Authorisation off: no judgement of the route, posts and relationships remembered and not"
                                        + " read, row-level security bypassed. Audit off: nothing is written."));
            }
        }
    }

    /** What of the readings is kept for one kind of turn. */
    private record Turn(Load load, double cpuSeconds) {}

    private record Measurement(
            Switchboard switchboard, ConfigurableApplicationContext server, HttpClient client, Plan plan) {

        Table table(String title, URI page) {
            List<List<Cell>> rows = new ArrayList<>();
            for (int readers : READERS) {
                Map<Guards, List<Turn>> turns = turns(readers, page);
                double p95 = middle(
                        turns.getOrDefault(Guards.ALL, List.of()),
                        turn -> turn.load().millisecondsAt(0.95));
                turns.forEach((guards, each) -> rows.add(row(readers, guards, each, p95)));
            }
            return new Table(
                    title,
                    List.of(
                            "readers at once",
                            "protection",
                            "requests",
                            "errors",
                            "per second",
                            "p50 ms",
                            "p95 ms",
                            "p95 less than with both",
                            "CPU ms each"),
                    rows);
        }

        private Map<Guards, List<Turn>> turns(int readers, URI page) {
            Users warming = new Users(readers, Duration.ZERO, Long.MAX_VALUE, plan.warmUp());
            Users reading = new Users(readers, Duration.ZERO, Long.MAX_VALUE, plan.turn());
            Map<Guards, List<Turn>> turns = new LinkedHashMap<>();
            warming.read(client, List.of(page));
            for (int round = 0; round < plan.rounds(); round++) {
                System.err.println(
                        "Reading " + page.getPath() + ", " + readers + " at once, round " + (round + 1) + " ...");
                for (Guards guards : TURNS) {
                    switchboard.set(guards, server.getBean(DatabaseAddress.class), server.getBean(DataSource.class));
                    new Users(readers, Duration.ZERO, Long.MAX_VALUE, plan.settling()).read(client, List.of(page));
                    double before = Footprint.of(ProcessHandle.current()).cpuSeconds();
                    Load load = reading.read(client, List.of(page));
                    double after = Footprint.of(ProcessHandle.current()).cpuSeconds();
                    turns.computeIfAbsent(guards, key -> new ArrayList<>()).add(new Turn(load, after - before));
                }
            }
            switchboard.set(Guards.ALL, server.getBean(DatabaseAddress.class), server.getBean(DataSource.class));
            return turns;
        }

        private static List<Cell> row(int readers, Guards guards, List<Turn> turns, double p95WithBoth) {
            double p95 = middle(turns, turn -> turn.load().millisecondsAt(0.95));
            return List.of(
                    Cell.of(readers),
                    Cell.of(guards.words()),
                    Cell.of(turns.stream()
                            .mapToLong(turn -> turn.load().requests())
                            .sum()),
                    Cell.of(turns.stream()
                            .mapToLong(turn -> turn.load().errors())
                            .sum()),
                    Cell.of(middle(turns, turn -> turn.load().requestsPerSecond())),
                    Cell.of(middle(turns, turn -> turn.load().millisecondsAt(0.5))),
                    Cell.of(p95),
                    Cell.of(p95WithBoth - p95),
                    Cell.of(middle(
                            turns,
                            turn -> turn.cpuSeconds()
                                    * 1e3
                                    / Math.max(1, turn.load().requests()))));
        }

        private static double middle(List<Turn> turns, ToDoubleFunction<Turn> figure) {
            double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
            return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                    .average()
                    .orElse(0);
        }
    }

    /**
     * How much reading there is.
     *
     * @param warmUp before the first turn of a page
     * @param settling after each switch, not measured
     * @param turn how long each turn is measured
     */
    private record Plan(int rounds, Duration warmUp, Duration settling, Duration turn) {

        static Plan of(Effort effort) {
            return switch (effort) {
                case FULL -> new Plan(3, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(5));
                case SMOKE -> new Plan(1, Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(50));
            };
        }
    }
}
