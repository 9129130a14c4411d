package org.silkthread.server.waits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of the tables in the reference on waiting times. */
final class PublishedCases {

    private static final Path PAGE = Path.of("docs", "reference", "waiting-times.md");
    private static final int CELLS = 5;
    private static final Pattern EVENT =
            Pattern.compile("(?:\\[(\\w+) v(\\d+)] )?(?:withdrawn|(.+?) ([a-z-]+)(?: \\(([^)]*)\\))?)");

    private PublishedCases() {}

    /**
     * @param name the number of the case, such as E1
     * @param events what happened, as written
     * @param read when the clock is read, as written
     * @param answer the facts that must hold
     * @param why the reason in words
     */
    record Case(String name, List<String> events, String read, List<String> answer, String why) {

        @Override
        public String toString() {
            return name + ": " + why;
        }
    }

    /**
     * @param id of the message, if the case gives one
     * @param when empty for a message that withdraws
     */
    record Line(Optional<String> id, long version, Optional<String> when, String kind, String detail) {

        static Line parse(String text) {
            Matcher matcher = EVENT.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not an event: " + text);
            }
            return new Line(
                    Optional.ofNullable(matcher.group(1)),
                    Optional.ofNullable(matcher.group(2)).map(Long::parseLong).orElse(1L),
                    Optional.ofNullable(matcher.group(3)),
                    Optional.ofNullable(matcher.group(4)).orElse(""),
                    Optional.ofNullable(matcher.group(5)).orElse(""));
        }
    }

    /** The cases whose numbers begin with a letter. */
    static List<Case> of(String letter) {
        try (Stream<String> lines = Files.lines(page())) {
            return lines.filter(line -> line.matches("\\| " + letter + "\\d+ \\|.*"))
                    .map(PublishedCases::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String line) {
        List<String> cells = Arrays.stream(
                        line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
        if (cells.size() != CELLS) {
            throw new IllegalStateException("A case has " + CELLS + " cells: " + line);
        }
        return new Case(cells.getFirst(), parts(cells.get(1)), cells.get(2), parts(cells.get(3)), cells.get(4));
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).toList();
    }

    private static Path page() {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(PAGE))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + PAGE));
    }
}
