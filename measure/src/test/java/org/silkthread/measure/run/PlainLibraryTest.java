package org.silkthread.measure.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine is a plain Java library, and a program that uses it is as short as the README says. */
class PlainLibraryTest {

    @TempDir
    Path folder;

    @Test
    void nothing_of_spring_is_on_the_class_path() {
        assertThatThrownBy(() -> Class.forName("org.springframework.core.SpringVersion"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void the_program_of_the_readme_runs_as_it_is_printed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("Program.java"), programOf(module().resolve("README.md")));
        Files.createSymbolicLink(
                folder.resolve("content"), module().resolveSibling("content").toAbsolutePath());
        Files.writeString(folder.resolve("bundle.json"), """
                {"resourceType":"Bundle","entry":[
                 {"resource":{"resourceType":"Patient","id":"ann","gender":"female","birthDate":"1990-05-01"}}]}""");

        String output = run();

        assertThat(output.lines())
                .allSatisfy(line -> assertThat(line).startsWith("ann Silkthread"))
                .hasSizeGreaterThan(20);
    }

    private static Path module() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("measure/README.md")) ? here.resolve("measure") : here;
    }

    private static String programOf(Path readme) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf("```java\n") + "```java\n".length();
        return text.substring(begin, text.indexOf("```", begin));
    }

    private String run() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process program = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), "Program.java")
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor())
                .as(Files.readString(folder.resolve("errors.txt")))
                .isZero();
        return output;
    }
}
