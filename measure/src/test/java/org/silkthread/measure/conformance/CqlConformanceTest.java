package org.silkthread.measure.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.SharedData;
import org.silkthread.measure.conformance.ConformanceReport.Result;
import org.silkthread.measure.conformance.ConformanceReport.Verdict;
import org.silkthread.measure.conformance.TwiceEvaluated.Outcome;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Settings;

/**
 * The conformance tests of HL7. With {@code -Dconformance.write=true} the page of results is written instead of checked.
 */
class CqlConformanceTest {

    private static final Settings SETTINGS = new Settings(DateTime.parse("2026-08-21T10:30:15.123+00:00"));
    private static final int WANTED = 1_800;

    @Test
    void the_suite_passes_except_where_the_page_explains_why_not() throws IOException {
        Path suite = SharedData.require("acceptance/cql-tests");
        List<Result> results = run(ConformanceCase.read(suite));
        ConformanceReport report = new ConformanceReport(results, ConformanceCase.inComments(suite));
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(page(), report.markdown());
        }
        assertThat(results)
                .filteredOn(result -> result.verdict() == Verdict.FAILED)
                .extracting(Result::reason)
                .as("every failing test is explained")
                .allMatch(reason -> reason.startsWith("§"));
        assertThat(report.count(Verdict.PASSED)).isGreaterThanOrEqualTo(WANTED);
        assertThat(page()).hasContent(report.markdown());
    }

    private static Path page() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.getParent();
        return root.resolve("docs/reference/cql-conformance.md");
    }

    private static List<Result> run(List<ConformanceCase> cases) throws IOException {
        TwiceEvaluated evaluated = new TwiceEvaluated(Content.read(List.of()), SETTINGS);
        Map<String, Outcome> outputs = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (ConformanceCase test : cases) {
            Outcome expected = outputs.computeIfAbsent(test.invalid() ? "null" : test.output(), evaluated::evaluate);
            results.add(judged(test, evaluated.evaluate(test.expression()), expected));
        }
        return results;
    }

    private static Result judged(ConformanceCase test, Outcome actual, Outcome expected) {
        Optional<String> skipped = Explanations.skipped(test);
        if (skipped.isPresent()) {
            return new Result(test, Verdict.SKIPPED, skipped.get());
        }
        String difference = difference(test, actual, expected);
        return difference.isEmpty()
                ? new Result(test, Verdict.PASSED, "")
                : new Result(test, Verdict.FAILED, Explanations.of(test).orElse(difference));
    }

    /** What is wrong; empty when nothing is. */
    private static String difference(ConformanceCase test, Outcome actual, Outcome expected) {
        if (test.invalid()) {
            return actual instanceof Outcome.Failure ? "" : "no error but " + actual;
        }
        if (!(expected instanceof Outcome.Value(Object wanted, Object _))) {
            return "the expected output is not valid: " + expected;
        }
        return switch (actual) {
            case Outcome.Failure(String reason) -> reason;
            case Outcome.Disagreement(String reason) -> reason;
            case Outcome.Value(Object plain, Object compiled) -> {
                Likeness likeness = new Likeness(SETTINGS);
                boolean same = likeness.same(plain, wanted) && likeness.same(compiled, wanted);
                yield same ? "" : "plain " + plain + ", compiled " + compiled + ", expected " + wanted;
            }
        };
    }
}
