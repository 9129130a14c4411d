package org.silkthread.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The hazard log of docs/safety in the form of DCB0129: every control names a test that is there, or what it waits for. */
class HazardLogTest {

    private static final Path LOG = Repository.root().resolve("docs/safety/hazard-log.md");
    private static final Pattern CONTROL = Pattern.compile("  - .+ — (?:`(\\w+)`|open: waits for .+)");
    private static final List<String> FIELDS = List.of(
            "Hazard",
            "Cause",
            "Effect",
            "Harm",
            "Initial risk",
            "Controls in the product",
            "Further controls",
            "Residual risk",
            "Status");
    private static final Pattern RISK =
            Pattern.compile("(minor|significant|considerable|major|catastrophic), (very low|low|medium|high|very high)"
                    + " likelihood: ([1-5])\\.");
    private static final List<String> SEVERITIES =
            List.of("minor", "significant", "considerable", "major", "catastrophic");
    private static final int FIRST_LIST = 17;

    private record Entry(String title, List<String> lines) {

        String field(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith("- **" + name + ":**"))
                    .map(line -> line.substring(name.length() + 7).strip())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(title + " lacks " + name));
        }

        List<String> controls() {
            return lines.stream().filter(line -> line.startsWith("  - ")).toList();
        }
    }

    @Test
    void every_hazard_has_every_field_and_at_least_one_control() throws IOException {
        List<Entry> entries = entries();
        assertThat(entries.size()).isGreaterThan(FIRST_LIST);
        for (Entry entry : entries) {
            FIELDS.forEach(field -> assertThat(entry.field(field)).isNotNull());
            assertThat(entry.controls()).as(entry.title()).isNotEmpty();
            assertThat(entry.field("Status")).isIn("open.", "transferred.", "closed.");
        }
    }

    @Test
    void every_control_names_a_test_that_is_there_or_what_it_waits_for() throws IOException, InterruptedException {
        Set<String> tests = Repository.files().stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith("Test.java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet());
        for (Entry entry : entries()) {
            for (String control : entry.controls()) {
                Matcher matcher = CONTROL.matcher(control);
                assertThat(matcher.matches()).as(control).isTrue();
                if (matcher.group(1) != null) {
                    assertThat(tests).as(entry.title()).contains(matcher.group(1));
                }
            }
        }
    }

    @Test
    void every_risk_is_the_one_of_the_matrix_and_controls_do_not_raise_it() throws IOException {
        String text = Files.readString(LOG);
        for (Entry entry : entries()) {
            int before = risk(entry.field("Initial risk"), text);
            int after = risk(entry.field("Residual risk"), text);
            assertThat(after).as(entry.title()).isLessThanOrEqualTo(before);
            assertThat(text)
                    .containsPattern("\\| " + entry.title().substring(0, 3) + " \\| .+ \\| " + before + " \\| " + after
                            + " \\|");
        }
    }

    @Test
    void a_hazard_that_waits_for_something_is_not_closed() throws IOException {
        for (Entry entry : entries()) {
            if (entry.controls().stream().anyMatch(control -> control.contains("open: waits for"))) {
                assertThat(entry.field("Status")).as(entry.title()).isEqualTo("open.");
            }
        }
    }

    private static int risk(String words, String text) {
        Matcher matcher = RISK.matcher(words);
        assertThat(matcher.matches()).as(words).isTrue();
        String row = text.lines()
                .filter(line -> line.startsWith("| " + matcher.group(2) + " | "))
                .findFirst()
                .orElseThrow();
        String cell = row.split("\\|")[2 + SEVERITIES.indexOf(matcher.group(1))].strip();
        assertThat(matcher.group(3)).as(words).isEqualTo(cell);
        return Integer.parseInt(cell);
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String part : Files.readString(LOG).split("\n## (?=H\\d\\d )")) {
            if (part.matches("(?s)H\\d\\d .*")) {
                List<String> lines = part.lines().toList();
                entries.add(new Entry(lines.getFirst(), lines.subList(1, lines.size())));
            }
        }
        return entries;
    }
}
