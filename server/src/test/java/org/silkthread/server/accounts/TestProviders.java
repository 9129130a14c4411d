package org.silkthread.server.accounts;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.DirectoryImportKind;
import org.silkthread.server.directory.DirectoryImports;
import org.silkthread.server.indicators.ImportKind;
import org.silkthread.server.indicators.SubmissionOptions;
import org.silkthread.server.indicators.Submissions;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.stereotype.Component;

/** Makes providers of two service lines with figures of a year, the way real ones come in: by files. A bean of every test's server. */
@Component
public class TestProviders {

    public static final FinancialYear YEAR = new FinancialYear(2023);

    private static final Actor IMPORT = new Actor.SystemJob("test import");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DirectoryImports directory;
    private final Submissions submissions;

    TestProviders(DirectoryImports directory, Submissions submissions) {
        this.directory = directory;
        this.submissions = submissions;
    }

    /** A trust that runs emergency care and orthopaedics and has sent nothing yet. */
    public String trust() {
        return provider("NHS-TRUST");
    }

    /** A company that treats patients of the health service. */
    public String independent() {
        return provider("INDEPENDENT-PROVIDER");
    }

    private String provider(String type) {
        String code = "Y" + Long.toString(System.nanoTime() % 1_000_000, 36).toUpperCase(java.util.Locale.ROOT)
                + COUNT.incrementAndGet();
        String file = "code,name,type,parent,service_lines\n" + code + ",Riverbank " + code + "," + type
                + ",ENG,emergency-care;trauma-and-orthopaedics\n";
        require(directory.importFile(
                DirectoryImportKind.ORGANISATIONS,
                "organisations-" + code + ".csv",
                () -> bytes(file),
                ImportOptions.STRICT,
                IMPORT));
        return code;
    }

    /** The same counts in every month of the year. */
    public void sendYear(String code, String indicator, long numerator, long denominator) {
        StringBuilder rows = new StringBuilder();
        for (Period month : YEAR.months()) {
            rows.append(row(indicator, code, month, numerator, denominator));
        }
        send(code, rows.toString());
    }

    /** The counts of one month of the year, 1 for April. */
    public void sendMonth(String code, String indicator, int month, long numerator, long denominator) {
        send(code, row(indicator, code, YEAR.months().get(month - 1), numerator, denominator));
    }

    /** Figures in every dimension of both service lines. */
    public void sendEverything(String code) {
        sendYear(code, "ae-4-hour", 870, 1000);
        sendYear(code, "ae-12-hours-from-decision-to-admit", 20, 400);
        sendYear(code, "ae-recommend", 450, 500);
        sendYear(code, "hip-replacement-readmission-28", 10, 150);
        sendYear(code, "hip-surgical-site-infection", 9, 120);
        sendYear(code, "planned-care-experience", 180, 200);
    }

    private static String row(String indicator, String code, Period month, long numerator, long denominator) {
        return indicator + "," + code + ",," + month.code() + "," + numerator + "," + denominator + "\n";
    }

    private void send(String code, String rows) {
        String file = "indicator,organisation,service_line,period,numerator,denominator\n" + rows;
        require(submissions.importFile(
                ImportKind.INDICATOR_VALUES,
                "values-" + code + "-" + COUNT.incrementAndGet() + ".csv",
                () -> bytes(file),
                SubmissionOptions.STRICT,
                IMPORT));
    }

    private static void require(ImportReport report) {
        if (report.outcome() != ImportReport.Outcome.IMPORTED) {
            throw new IllegalStateException(report.toString());
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
