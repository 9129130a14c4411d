package org.silkthread.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project, from the folder that holds the modules. */
final class Repository {

    private static final Set<String> MADE = Set.of("target", "node_modules", ".git");

    private Repository() {}

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("silk")) && Files.exists(folder.resolve("pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The tests run outside the project's folder"));
    }

    /** What version control tracks, or, where the sources stand alone, everything that was not made by a build. */
    static List<Path> files() throws IOException, InterruptedException {
        Path root = root();
        if (Files.exists(root.resolve(".git"))) {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() == 0) {
                return Arrays.stream(names.split("\0"))
                        .map(root::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
            }
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> Stream.iterate(path, Path::getParent)
                            .takeWhile(part -> !part.equals(root))
                            .noneMatch(part -> MADE.contains(part.getFileName().toString())))
                    .toList();
        }
    }
}
