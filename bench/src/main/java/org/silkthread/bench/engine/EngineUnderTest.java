package org.silkthread.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * An engine in a process of its own, so that memory is its own and nothing of one run is left for the next.
 *
 * @param name as the tables call it
 * @param answers the command that writes its answers to the acceptance cases, called with {@code --content}, {@code
 *     --elm} and {@code --out}
 * @param throughput the command that measures it and prints one line of JSON (see {@link EngineRun}), called with {@code
 *     --content}, {@code --elm}, {@code --population}, {@code --threads}, {@code --seconds} and {@code --patients}
 */
record EngineUnderTest(String name, List<String> answers, List<String> throughput) {

    EngineUnderTest {
        answers = List.copyOf(answers);
        throughput = List.copyOf(throughput);
    }

    /** Answers every acceptance case. */
    void answer(Path content, Path elm, Path out) {
        run(with(answers, "--content", content, "--elm", elm, "--out", out));
    }

    /** Measures one population with so many threads, for so long after warm-up, on at most so many patients. */
    EngineRun measure(Path content, Path elm, Path population, int threads, int seconds, int patients) {
        String printed = run(with(
                throughput,
                "--content",
                content,
                "--elm",
                elm,
                "--population",
                population,
                "--threads",
                threads,
                "--seconds",
                seconds,
                "--patients",
                patients));
        String last = printed.strip().lines().reduce("", (before, line) -> line);
        return JsonMapper.shared().readValue(last, EngineRun.class);
    }

    private static List<String> with(List<String> command, Object... arguments) {
        List<String> whole = new ArrayList<>(command);
        for (Object argument : arguments) {
            whole.add(argument.toString());
        }
        return whole;
    }

    private String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(name + " ended with " + status + ": " + String.join(" ", command));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " ran", e);
        }
    }
}
