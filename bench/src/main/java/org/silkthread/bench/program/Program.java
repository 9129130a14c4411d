package org.silkthread.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged program, laid out as the launcher lays it out: a small jar beside its libraries.
 *
 * @param jar the program file
 */
public record Program(Path jar) {

    private static final Path PACKAGED = Path.of("cli", "target", "silk-exec.jar");

    /**
     * Lays the program out in a folder.
     *
     * @throws IllegalStateException if the program is not built
     */
    public static Program layOut(Path folder) {
        run(
                folder.resolveSibling(folder.getFileName() + ".log"),
                List.of(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        packaged().toString(),
                        "extract",
                        "--destination",
                        folder.toString()));
        return new Program(folder.resolve(PACKAGED.getFileName()));
    }

    /**
     * The command that runs it.
     *
     * @param javaOptions for the Java runtime, besides those of {@code SILK_JAVA_OPTIONS}, as the launcher takes them
     * @param arguments for the program
     */
    List<String> command(List<String> javaOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(javaOptions);
        String fromOutside = System.getenv("SILK_JAVA_OPTIONS");
        if (fromOutside != null && !fromOutside.isBlank()) {
            command.addAll(Arrays.asList(fromOutside.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }

    /** The Java runtime that the benchmarks run on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The whole size of the program with its libraries, in bytes. */
    public long bytes() {
        Path folder = jar.toAbsolutePath().getParent();
        if (folder == null) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot measure " + folder, e);
        }
    }

    private static Path packaged() {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path found = place.resolve(PACKAGED);
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        throw new IllegalStateException("The program is not built: there is no " + PACKAGED
                + " here or above. mvn -Dquick -DskipTests -pl cli -am package makes it.");
    }

    private static void run(Path log, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The program cannot be laid out: " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot be laid out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the program was laid out", e);
        }
    }
}
