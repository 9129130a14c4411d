package org.silkthread.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small cluster on this machine: driver and two executors are processes of their own and talk over sockets. */
class ExecutorsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void executors_of_their_own_find_what_one_machine_finds() throws Exception {
        Path store = folder.resolve("store");
        SmallPopulation.load(folder, store, 80, 9);
        SmallPopulation.Reports oneMachine = SmallPopulation.onOneMachine(store, folder);
        Path home = sparkHome();
        long before = executors(home);
        Path out = folder.resolve("cluster.ndjson");
        Path subjects = folder.resolve("subjects");

        int code = withSettings(() -> MeasureJob.run(
                "--content", SmallPopulation.CONTENT.toString(),
                "--data", store.toString(),
                "--period", SmallPopulation.PERIOD,
                "--now", SmallPopulation.NOW.toString(),
                "--out", out.toString(),
                "--subjects", subjects.toString(),
                "--parts", "4"));

        assertThat(code).isZero();
        assertThat(out).hasSameBinaryContentAs(oneMachine.summaries());
        assertThat(subjects).isDirectoryContaining("glob:**/part-00003.ndjson");
        assertThat(executors(home)).isGreaterThan(before);
    }

    /** The build names it; Spark keeps the executors' output below it. */
    private static Path sparkHome() throws IOException {
        Path home = Path.of(System.getenv("SPARK_HOME"));
        Files.createDirectories(home.resolve("jars"));
        Files.createDirectories(home.resolve("work"));
        return home;
    }

    private static long executors(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("work"))) {
            return files.filter(file -> file.endsWith("stderr")).count();
        }
    }

    private interface Work {
        int run();
    }

    private static int withSettings(Work work) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spark.master", "local-cluster[2,1,512]");
        settings.put("spark.executor.memory", "512m");
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.executor.extraClassPath", classPath());
        settings.put("spark.executor.extraJavaOptions", "--enable-native-access=ALL-UNNAMED");
        settings.put("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"));
        settings.forEach(System::setProperty);
        try {
            return work.run();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** Under Maven the tests' own class path is a file that names it. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
