package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.springframework.core.env.Environment;
import org.springframework.web.util.HtmlUtils;

/** The code that the observatory offers to analysts, run by R against this server: it prints the numbers of the page. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipeInRTest {

    private static final Path RSCRIPT = Path.of("/usr/bin/Rscript");
    private static final Pattern CODE = Pattern.compile("(?s)<pre><code>(.*?)</code></pre>");
    private static final Pattern NUMBER = Pattern.compile(
            "(?s)scope=\"row\">\\s*(value|lower_95|upper_95|centre|lower|upper|phi|tau2)\\s*</th>.*?<td[^>]*>(?:\\s|<[^>]*>)*([-0-9.]+)");

    private final Submissions submissions;
    private final Directory directory;
    private final Browser visitor;

    RecipeInRTest(Submissions submissions, Directory directory, Environment environment) {
        this.submissions = submissions;
        this.directory = directory;
        this.visitor = Browser.of(environment);
    }

    @BeforeAll
    void load() {
        Sheet sheet = Sheet.ofValues();
        for (int i = 0; i < 12; i++) {
            String code = "RIR" + i;
            directory.registerProvisional(List.of(new Provisional(code, "Analysed hospital " + i, "Y58", "test")));
            for (int month = 1; month <= 12; month++) {
                sheet.row(
                                "maternity-booked-by-12-weeks",
                                code,
                                "2019-%02d".formatted(month),
                                700 + 25 * i + month % 4,
                                1000)
                        .row(
                                "c-difficile-rate",
                                code,
                                "2019-%02d".formatted(month),
                                12 + 2 * i + month % 5,
                                9000 + 100 * i);
            }
        }
        assertThat(sheet.importInto(submissions).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maternity-booked-by-12-weeks", "c-difficile-rate"})
    void the_code_prints_the_numbers_that_the_page_shows(String indicator) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(RSCRIPT), "Skipped: R is not installed (Debian: r-base-core)");
        String page = visitor.get("/observatory/method?indicator=" + indicator).body();
        List<Map<String, Double>> shown = shown(page);
        List<String> code = CODE.matcher(page)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();

        assertThat(code).hasSize(3);
        assertThat(shown).hasSize(3);
        for (int i = 0; i < code.size(); i++) {
            String printed = run(code.get(i));
            shown.get(i)
                    .forEach((name, number) -> assertThat(printed(printed, name))
                            .as(name + " of " + printed)
                            .isCloseTo(number, within(Math.abs(number) * 2e-5)));
        }
    }

    /** The numbers of the page, three by three. */
    private static List<Map<String, Double>> shown(String page) {
        List<Map<String, Double>> parts = new ArrayList<>();
        for (MatchResult found : NUMBER.matcher(page).results().toList()) {
            if (parts.isEmpty() || parts.getLast().size() == 3) {
                parts.add(new LinkedHashMap<>());
            }
            parts.getLast().put(found.group(1), Double.parseDouble(found.group(2)));
        }
        return parts;
    }

    /** R prints a named vector as a line of names above a line of numbers. */
    private static double printed(String output, String name) {
        List<String> lines = output.lines().toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            List<String> names = List.of(lines.get(i).strip().split("\\s+"));
            if (names.contains(name)) {
                return Double.parseDouble(lines.get(i + 1).strip().split("\\s+")[names.indexOf(name)]);
            }
        }
        throw new AssertionError("R did not print " + name + ", but: " + output);
    }

    private static String run(String code) throws IOException, InterruptedException {
        Path script = Files.createTempFile("recipe", ".R");
        Files.writeString(script, "options(digits = 8)\n" + code);
        Process process = new ProcessBuilder(RSCRIPT.toString(), script.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Files.delete(script);
        return output;
    }
}
