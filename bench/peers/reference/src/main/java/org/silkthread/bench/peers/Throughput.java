package org.silkthread.bench.peers;

import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Measure;

/**
 * Patients times measures that the reference engine evaluates in a second, after warm-up: each thread takes every n-th
 * patient through all measures, for as long as asked. Prints one line of JSON.
 */
final class Throughput {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Content content;
    private final List<Patient> patients;
    private final Map<String, Period> periods;
    private final ReferenceEngine.Shared shared;
    private long cpuBefore;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private Throughput(Content content, List<Patient> patients, Map<String, Period> periods) {
        this.content = content;
        this.patients = patients;
        this.periods = periods;
        this.shared = new ReferenceEngine.Shared(content);
    }

    private record Work(long patientMeasures, long patients, double seconds) {
        double perSecond() {
            return patientMeasures / seconds;
        }
    }

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Path population = arguments.path("population");
        Content content = Content.read(arguments.path("content"));
        Throughput throughput = new Throughput(
                content,
                patients(content, population, arguments.number("patients", 1_000)),
                periods(population.resolve("periods.json")));
        int threads = arguments.number("threads", 1);
        List<Work> work = throughput.run(
                threads, arguments.number("warm-up", 90), arguments.number("seconds", 60));
        double cpuSeconds = (cpuNanos() - throughput.cpuBefore) / 1e9;
        ObjectNode line = JSON.createObjectNode()
                .put("engine", "cqf-fhir-cr")
                .put("version", "4.4.0")
                .put("runtime", "Java " + Runtime.version().feature())
                .put("population", population.getFileName().toString())
                .put("threads", threads)
                .put("patientMeasures", work.stream().mapToLong(Work::patientMeasures).sum())
                .put("patients", work.stream().mapToLong(Work::patients).sum())
                .put("measures", content.measures().size())
                .put("seconds", work.stream().mapToDouble(Work::seconds).max().orElse(0))
                .put("perSecond", work.stream().mapToDouble(Work::perSecond).sum())
                .put("cpuSeconds", cpuSeconds)
                .put("coldSeconds", 0)
                .put("heapAfterGcBytes", heapAfterCollection())
                .put("peakResidentBytes", peakResident());
        line.putPOJO("failed", throughput.failed.stream().sorted().toList());
        System.out.println(line);
        System.exit(0);
    }

    private static List<Patient> patients(Content content, Path population, int first) throws IOException {
        IParser parser = content.fhir().newJsonParser();
        List<Patient> patients = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(population.resolve("bundles.ndjson"))) {
            for (String line = lines.readLine(); line != null && patients.size() < first; line = lines.readLine()) {
                patients.add(Patient.of(parser, line));
            }
        }
        return patients;
    }

    private static Map<String, Period> periods(Path file) throws IOException {
        Map<String, Period> periods = new ConcurrentHashMap<>();
        for (Map.Entry<String, JsonNode> entry : JSON.readTree(file.toFile()).properties()) {
            periods.put(
                    entry.getKey(),
                    new Period(
                            LocalDate.parse(entry.getValue().get("start").asText()),
                            LocalDate.parse(entry.getValue().get("end").asText())));
        }
        return periods;
    }

    private List<Work> run(int threads, int warmUp, int seconds) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<ReferenceEngine> engines = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                engines.add(new ReferenceEngine(shared));
            }
            inParallel(pool, engines, warmUp);
            cpuBefore = cpuNanos();
            return inParallel(pool, engines, seconds);
        }
    }

    private List<Work> inParallel(ExecutorService pool, List<ReferenceEngine> engines, int seconds) throws Exception {
        List<Future<Work>> running = new ArrayList<>();
        for (int i = 0; i < engines.size(); i++) {
            int share = i;
            running.add(pool.submit(() -> evaluate(engines.get(share), share, engines.size(), seconds)));
        }
        List<Work> done = new ArrayList<>();
        for (Future<Work> one : running) {
            done.add(one.get());
        }
        return done;
    }

    private Work evaluate(ReferenceEngine engine, int share, int shares, int seconds) {
        long started = System.nanoTime();
        long limit = started + seconds * 1_000_000_000L;
        long evaluated = 0;
        long seen = 0;
        for (int i = share; System.nanoTime() < limit; i += shares) {
            Patient patient = patients.get(i % patients.size());
            for (Measure measure : content.measures()) {
                String id = measure.getIdElement().getIdPart();
                try {
                    engine.evaluate(measure, patient, periods.get(id));
                    evaluated++;
                } catch (RuntimeException e) {
                    failed.add(id + ": " + e.getMessage());
                }
            }
            seen++;
        }
        return new Work(evaluated, seen, (System.nanoTime() - started) / 1e9);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heapAfterCollection() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Peak memory of this process as the system counts it. */
    private static long peakResident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
