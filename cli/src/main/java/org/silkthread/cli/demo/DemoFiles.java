package org.silkthread.cli.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import org.silkthread.cli.demo.DemoValues.Row;

/** Writes the demonstration as files in the documented layouts, the ones that everybody's data comes in. */
public final class DemoFiles {

    /** The organisations, in the layout of {@code docs/reference/import-organisations.md}. */
    public static final String ORGANISATIONS = "organisations.csv";

    /** The counts, in the layout of {@code docs/reference/import-indicator-values.md}. */
    public static final String VALUES = "indicator-values.csv";

    /** The provider of which the regulator does not validate the figure for A&E within 4 hours. */
    public static final String NOT_VALIDATED = "DZC";

    private final Path directory;

    /**
     * @param directory where to write; made when it is not there
     */
    public DemoFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes the organisations. */
    public Path writeOrganisations() {
        return write(ORGANISATIONS, out -> {
            line(out, "code,name,type,postcode,parent,open_date,close_date,successor,service_lines,latitude,longitude");
            for (DemoOrganisation organisation : DemoCountry.organisations()) {
                line(
                        out,
                        String.join(
                                ",",
                                organisation.code(),
                                '"' + organisation.name() + '"',
                                organisation.type(),
                                organisation.postcode(),
                                organisation.parent(),
                                "2015-04-01",
                                "",
                                "",
                                String.join(";", organisation.serviceLines()),
                                coordinate(organisation.latitude()),
                                coordinate(organisation.longitude())));
            }
        });
    }

    /**
     * Writes the counts.
     *
     * @param last the newest month
     * @param years how many financial years, that of the newest month included
     */
    public Path writeValues(YearMonth last, int years) {
        return write(VALUES, out -> {
            line(out, "indicator,organisation,service_line,period,numerator,denominator,expected");
            new DemoValues(last, years).forEach(row -> line(out, asLine(row)));
        });
    }

    private static String asLine(Row row) {
        return String.join(
                ",",
                row.indicator(),
                row.organisation(),
                row.serviceLine(),
                row.period().code(),
                Long.toString(row.numerator()),
                switch (row.base()) {
                    case Row.Of(long denominator) -> denominator + ",";
                    case Row.Against(BigDecimal expected) -> "," + expected;
                });
    }

    private static String coordinate(double degrees) {
        return Double.isNaN(degrees) ? "" : String.format(Locale.ROOT, "%.4f", degrees);
    }

    private interface Content {
        void writeTo(BufferedWriter out) throws IOException;
    }

    private Path write(String name, Content content) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(name);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                content.writeTo(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demonstration's files into " + directory, e);
        }
    }

    private static void line(BufferedWriter out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
