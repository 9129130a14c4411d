package org.silkthread.measure.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The results of the suite as a page of the documentation. */
final class ConformanceReport {

    enum Verdict {
        PASSED,
        SKIPPED,
        FAILED
    }

    /** What became of a test, and why it did not pass. */
    record Result(ConformanceCase test, Verdict verdict, String reason) {}

    private final List<Result> results;
    private final int inComments;

    /** @param inComments how many tests of the files are commented out */
    ConformanceReport(List<Result> results, int inComments) {
        this.results = List.copyOf(results);
        this.inComments = inComments;
    }

    long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEAD.formatted(
                results.size() + inComments,
                inComments,
                results.size(),
                count(Verdict.PASSED),
                count(Verdict.SKIPPED),
                count(Verdict.FAILED)));
        text.append("| file | tests | passed | skipped | failed |\n|---|---:|---:|---:|---:|\n");
        Map<String, long[]> files = new TreeMap<>();
        for (Result result : results) {
            files.computeIfAbsent(result.test().file(), file -> new long[Verdict.values().length])[
                    result.verdict().ordinal()]++;
        }
        files.forEach((file, counts) -> text.append("| %s | %d | %d | %d | %d |\n"
                .formatted(file, counts[0] + counts[1] + counts[2], counts[0], counts[1], counts[2])));
        section(text, "Skipped", Verdict.SKIPPED);
        section(text, "Not as the suite expects", Verdict.FAILED);
        return text.toString();
    }

    private void section(StringBuilder text, String title, Verdict verdict) {
        text.append("\n## ").append(title).append("\n\n");
        if (count(verdict) == 0) {
            text.append("None.\n");
            return;
        }
        text.append("| test | expression | the suite expects | why |\n|---|---|---|---|\n");
        for (Result result : results) {
            if (result.verdict() == verdict) {
                ConformanceCase test = result.test();
                text.append("| %s | `%s` | %s | %s |\n"
                        .formatted(
                                test.id(),
                                cell(test.expression()),
                                test.invalid() ? "an error" : '`' + cell(test.output()) + '`',
                                cell(result.reason())));
            }
        }
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private static final String HEAD = """
            # Conformance to CQL

            The [CQL conformance tests of HL7](https://github.com/cqframework/cql-tests) on this engine. Every test is
            translated and evaluated twice, plainly and compiled; it passes when both give the expected value, of the same
            type and, for dates and times, the same precision. A test that is marked invalid passes when it does not
            translate or fails in evaluation. This page is written by the test `CqlConformanceTest`; it fails when the page
            is out of date or a test fails that is not explained here.

            The files have %d tests. %d of them stand inside XML comments, because the suite moved them to another file or
            took them out; they are not run. The other %d: %d passed, %d skipped, %d not as
            the suite expects.

            Where suite and specification differ the specification (CQL 1.5.3) decides, except that seconds without
            milliseconds are compared as an imprecise time: the specification (Equal) calls seconds and
            milliseconds one decimal precision, while the suite and the other engines take the milliseconds for unknown.
            Beyond the range of a type `successor of`, `predecessor of`, `Exp`, `Ln` and date arithmetic fail, as the
            suite wants, although the specification has them return null; in runs of measures, which note such errors, the
            value is null.

            """;
}
