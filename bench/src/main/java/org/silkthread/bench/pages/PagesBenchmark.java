package org.silkthread.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Footprint;
import org.silkthread.bench.program.Program;
import org.silkthread.bench.program.RunningProgram;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.readers.Load;
import org.silkthread.bench.readers.Users;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;

/** The demonstration, read by fifty people at once. */
public final class PagesBenchmark implements Benchmark {

    private static final int CROWD = 50;
    private static final Duration THINKING = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String about() {
        return "pages and replies with 50 users at once: rate, waiting times, processor time, memory";
    }

    @Override
    public Findings run(Effort effort) {
        try (Workspace workspace = Workspace.create()) {
            Program program = Program.layOut(workspace.at("program"));
            System.err.println("Loading the demonstration ...");
            try (RunningProgram silk = demonstration(program, workspace);
                    HttpClient client = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build()) {
                URI address = silk.awaitAddress();
                return measure(silk, client, address, silk.secondsRunning(), Plan.of(effort));
            }
        }
    }

    private static RunningProgram demonstration(Program program, Workspace workspace) {
        Path data = workspace.at("data");
        return RunningProgram.start(
                program,
                // Fifty readers without a pause at one address are what limits are there to turn away.
                List.of("-Dsilkthread.requests.unlimited=127.0.0.1,::1"),
                List.of(
                        "demo",
                        "--no-build",
                        "--port",
                        "0",
                        "--operator-port",
                        "0",
                        "--dir",
                        data.toString(),
                        "--accounts",
                        workspace.at("accounts.json").toString()),
                workspace.at("demo.log"));
    }

    private Findings measure(RunningProgram silk, HttpClient client, URI address, double loadingSeconds, Plan plan) {
        System.err.println("Following links ...");
        Site site = Site.explore(client, address, plan.pagesExplored());
        List<URI> everything = new ArrayList<>();
        for (PageKind kind : PageKind.values()) {
            everything.addAll(site.addresses(kind, plan.addresses()));
        }
        System.err.println("Warming up ...");
        plan.warmUp().read(client, everything);
        RunningProgram.pause(plan.rest());
        Footprint rest = silk.footprint();
        List<List<Cell>> rows = new ArrayList<>();
        Footprint peak = rest;
        for (PageKind kind : PageKind.values()) {
            List<URI> addresses = site.addresses(kind, plan.addresses());
            if (addresses.isEmpty()) {
                System.err.println("There is no link to any " + kind.title() + " page.");
                continue;
            }
            System.err.println("Reading: " + kind.title() + " ...");
            Watch<Load> watch = Watch.during(silk, () -> plan.crowd().read(client, addresses));
            rows.add(row(kind.title(), addresses.size(), watch));
            peak = peak.peak(watch.peak());
        }
        System.err.println("Reading everything, with pauses ...");
        Watch<Load> calm = Watch.during(silk, () -> plan.calmCrowd().read(client, everything));
        peak = peak.peak(calm.peak());
        return new Findings(
                name(),
                List.of(
                        pageTable("%d users at once, without a pause".formatted(CROWD), rows),
                        pageTable(
                                "%d users at once, with a pause of %d s on average after each page"
                                        .formatted(CROWD, THINKING.toSeconds()),
                                List.of(row("all of the above", everything.size(), calm))),
                        memoryTable(rest, peak)),
                List.of(
                        "The demonstration was made, loaded and served in %.1f s.".formatted(loadingSeconds),
                        "The readers share the processors with the program and its database, so on a machine of its own"
                                + " the program answers more.",
                        "CPU ms: of the program and its database. KiB: compressed, as sent."));
    }

    private static Table pageTable(String title, List<List<Cell>> rows) {
        return new Table(
                title,
                List.of(
                        "page",
                        "addresses",
                        "requests",
                        "errors",
                        "per second",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "slowest",
                        "CPU ms each",
                        "KiB each"),
                rows);
    }

    private static List<Cell> row(String title, int addresses, Watch<Load> watch) {
        Load load = watch.result();
        return List.of(
                Cell.of(title),
                Cell.of(addresses),
                Cell.of(load.requests()),
                Cell.of(load.errors()),
                Cell.of(load.requestsPerSecond()),
                Cell.of(load.millisecondsAt(0.5)),
                Cell.of(load.millisecondsAt(0.95)),
                Cell.of(load.millisecondsAt(0.99)),
                Cell.of(load.millisecondsAt(1)),
                Cell.of(watch.cpuSeconds() * 1e3 / Math.max(1, load.requests())),
                Cell.of(load.kibibytesPerReply()));
    }

    private static Table memoryTable(Footprint rest, Footprint peak) {
        return new Table(
                "Memory",
                List.of("when", "program MiB", "database MiB"),
                List.of(
                        List.of(Cell.of("at rest, warmed up"), Cell.of(rest.programMiB()), Cell.of(rest.databaseMiB())),
                        List.of(Cell.of("most under load"), Cell.of(peak.programMiB()), Cell.of(peak.databaseMiB()))));
    }

    /**
     * How much reading there is.
     *
     * @param pagesExplored how many pages are read to find links
     * @param addresses how many addresses of a kind are chosen from
     * @param warmUp who reads before anything is measured
     * @param rest how long nobody reads before the memory at rest is taken
     * @param crowd who reads each kind of page
     * @param calmCrowd who reads everything, with pauses
     */
    private record Plan(int pagesExplored, int addresses, Users warmUp, Duration rest, Users crowd, Users calmCrowd) {

        static Plan of(Effort effort) {
            return switch (effort) {
                case FULL ->
                    new Plan(
                            300,
                            200,
                            new Users(8, Duration.ZERO, 20_000, Duration.ofSeconds(60)),
                            Duration.ofSeconds(10),
                            new Users(CROWD, Duration.ZERO, 20_000, Duration.ofSeconds(20)),
                            new Users(CROWD, THINKING, 20_000, Duration.ofSeconds(30)));
                case SMOKE ->
                    new Plan(
                            5,
                            3,
                            new Users(2, Duration.ZERO, 10, Duration.ofSeconds(20)),
                            Duration.ZERO,
                            new Users(CROWD, Duration.ZERO, 50, Duration.ofSeconds(20)),
                            new Users(2, Duration.ofMillis(1), 10, Duration.ofSeconds(20)));
            };
        }
    }
}
