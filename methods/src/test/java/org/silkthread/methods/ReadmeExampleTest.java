package org.silkthread.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.funnel.FunnelPoint;
import org.silkthread.methods.funnel.FunnelUnit;
import org.silkthread.methods.funnel.ProportionFunnel;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.Proportion;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrOptions;

/** Runs the example of the README, and sees to it that the README shows what is run. */
class ReadmeExampleTest {

    @Test
    void the_example_prints_what_the_readme_says() {
        List<String> printed = new ArrayList<>();
        example(printed::add);

        assertThat(printed)
                .containsExactly(
                        "84.6%, 95% interval 83.9% to 85.3%",
                        "A change for the worse from January 2025 to July 2025: seven or more values in a row below the"
                                + " average. The target of 95 will be missed every time unless something changes.",
                        "CONCERN_LOW",
                        "St Elsewhere: ABOVE_99_8");
    }

    @Test
    void the_readme_shows_the_example_that_is_run() throws IOException {
        String source = withoutSpace(Path.of("src/test/java/org/silkthread/methods/ReadmeExampleTest.java"));
        String readme = Files.readString(Path.of("README.md"));
        String shown = readme.substring(readme.indexOf("```java\n") + 8);

        shown = shown.substring(0, shown.indexOf("```")).replaceAll("\\s", "").replace("IO.println", "out.println");
        assertThat(source).contains(shown);
    }

    private static void example(Print out) {
        // How many were seen in four hours, and how sure are we?
        Proportion seen = new Proportion(8_460, 10_000);
        Interval sure = seen.interval(ConfidenceLevel.P95).times(100);
        out.println("%.1f%%, 95%% interval %.1f%% to %.1f%%".formatted(seen.value() * 100, sure.lower(), sure.upper()));

        // Has it changed?
        double[] months = {
            86.1, 85.7, 86.3, 85.9, 86.2, 85.8, 86.0, 86.4, 85.6, 86.1, 85.9, 86.0, 85.6, 85.7, 85.5, 85.6, 85.4, 85.5,
            85.6
        };
        List<Observation> series = new ArrayList<>();
        for (int i = 0; i < months.length; i++) {
            series.add(Observation.of(LocalDate.of(2024, 1, 1).plusMonths(i), months[i]));
        }
        XmrOptions options = XmrOptions.of(Improvement.INCREASE).withTarget(95).withBaseline(12);
        XmrChart chart = XmrChart.of(series, options);
        out.println(chart.sentence());
        chart.variation().ifPresent(icon -> out.println(icon.name()));

        // Who differs from the others by more than chance?
        List<FunnelUnit> units = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            units.add(new FunnelUnit("Trust " + i, 150 + i % 5, 1_000));
        }
        units.add(new FunnelUnit("St Elsewhere", 260, 1_000));
        ProportionFunnel funnel = ProportionFunnel.adjusted(units).orElseThrow();
        for (FunnelPoint point : funnel.points()) {
            if (point.position().isOutlier()) {
                out.println(point.unit().group() + ": " + point.position());
            }
        }
    }

    private static String withoutSpace(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\s", "");
    }

    private interface Print {
        void println(String line);
    }
}
