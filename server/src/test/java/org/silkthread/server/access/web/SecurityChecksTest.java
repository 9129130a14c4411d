package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes docs/reference/security-checks.md: each of the fifty checks with the tests that carry its number, or the reason
 * why it waits. A check that has neither fails the build, and so does one that claims to wait although it has tests.
 */
class SecurityChecksTest {

    private static final Path REFERENCE = Path.of("../docs/reference/security-checks.md");
    private static final Path WAITING = Path.of("../docs/reference/security-checks-waiting.csv");
    private static final Pattern TEST = Pattern.compile("void\\s+(check(?:_\\d+)+(?:_and_\\d+)*_\\w+)\\(");
    private static final Pattern NUMBERS = Pattern.compile("check((?:_\\d+)+(?:_and_\\d+)*)_");
    private static final int CHECKS = 50;

    @Test
    void the_page_of_checks_says_which_tests_carry_each_number() throws IOException {
        Map<Integer, List<String>> tests = tests();
        Map<Integer, String> waiting = waiting();
        String page = page(tests, waiting);
        if (Boolean.getBoolean("silkthread.write-references")) {
            Files.writeString(REFERENCE, page);
        }
        assertThat(Files.readString(REFERENCE))
                .as("Write it anew with -Dsilkthread.write-references=true")
                .isEqualTo(page);
        for (int check = 1; check <= CHECKS; check++) {
            assertThat(tests.containsKey(check) || waiting.containsKey(check))
                    .as("Check " + check + " has a test of its number or a reason to wait")
                    .isTrue();
        }
    }

    private static String page(Map<Integer, List<String>> tests, Map<Integer, String> waiting) {
        StringBuilder page = new StringBuilder("""
                # The fifty security checks

                Which tests show each check, by number. The build fails when one of them fails, so a check with tests is passed
                by this version. “Still open” says what part of a check waits, and for what. This page is made from the names
                of the tests and from `security-checks-waiting.csv`.

                | Check | Stands | Tests | Still open |
                |---|---|---|---|
                """);
        for (int check = 1; check <= CHECKS; check++) {
            List<String> own = tests.getOrDefault(check, List.of());
            page.append("| ")
                    .append(check)
                    .append(" | ")
                    .append(
                            own.isEmpty()
                                    ? "not applicable yet"
                                    : waiting.containsKey(check) ? "passed in part" : "passed")
                    .append(" | ")
                    .append(own.isEmpty() ? "–" : String.join("<br>", own))
                    .append(" | ")
                    .append(waiting.getOrDefault(check, "–"))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static Map<Integer, List<String>> tests() throws IOException {
        Map<Integer, List<String>> tests = new TreeMap<>();
        for (String module : List.of("server", "cli", "walkthrough", "database")) {
            Path sources = Path.of("..", module, "src/test/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .sorted()
                        .toList()) {
                    Matcher test = TEST.matcher(Files.readString(file));
                    String name = String.valueOf(file.getFileName()).replace(".java", "");
                    while (test.find()) {
                        numbers(test.group(1))
                                .forEach(check -> tests.computeIfAbsent(check, none -> new ArrayList<>())
                                        .add("`" + name + "` " + words(test.group(1))));
                    }
                }
            }
        }
        return tests;
    }

    private static List<Integer> numbers(String method) {
        Matcher numbers = NUMBERS.matcher(method);
        assertThat(numbers.find()).isTrue();
        return Pattern.compile("\\d+")
                .matcher(numbers.group(1))
                .results()
                .map(found -> Integer.valueOf(found.group()))
                .toList();
    }

    private static String words(String method) {
        return NUMBERS.matcher(method).replaceFirst("").replace('_', ' ');
    }

    /** Lines of a check's number and a sentence. */
    private static Map<Integer, String> waiting() throws IOException {
        Map<Integer, String> waiting = new TreeMap<>();
        for (String line : Files.readAllLines(WAITING)) {
            int comma = line.indexOf(',');
            waiting.put(Integer.valueOf(line.substring(0, comma)), line.substring(comma + 1));
        }
        return waiting;
    }
}
