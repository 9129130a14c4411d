package org.silkthread.server.indicators;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.TabularFile;

/** A file of counts, written row by row in a test. */
final class Sheet {

    static final Actor TESTER = new Actor.SystemJob("test");

    private final List<String> lines = new ArrayList<>();

    private Sheet(String header) {
        lines.add(header);
    }

    /** A file of the generic layout. */
    static Sheet ofValues() {
        return new Sheet("indicator,organisation,service_line,period,numerator,denominator");
    }

    Sheet row(String indicator, String organisation, String period, long numerator, long denominator) {
        return line(indicator + "," + organisation + ",," + period + "," + numerator + "," + denominator);
    }

    Sheet line(String line) {
        lines.add(line);
        return this;
    }

    TabularFile.Source source() {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    ImportReport importInto(Submissions submissions, SubmissionOptions options) {
        return submissions.importFile(ImportKind.INDICATOR_VALUES, "values.csv", source(), options, TESTER);
    }

    ImportReport importInto(Submissions submissions, String name) {
        return submissions.importFile(ImportKind.INDICATOR_VALUES, name, source(), SubmissionOptions.STRICT, TESTER);
    }

    ImportReport importInto(Submissions submissions) {
        return importInto(submissions, SubmissionOptions.STRICT);
    }
}
