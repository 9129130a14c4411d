package org.silkthread.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Files of any size in the layouts that are measured, with made-up organisations and counts. */
final class MadeFiles {

    private static final long SEED = 20090708;
    /** Indicators that trusts return monthly, each with a service line. */
    private static final List<String> INDICATORS = List.of(
            "ae-recommend,emergency-care",
            "ae-4-hour,emergency-care",
            "ae-4-hour-type-1,emergency-care",
            "dementia-assessed,older-people",
            "hip-fracture-surgery-36h,trauma-and-orthopaedics",
            "planned-care-experience,trauma-and-orthopaedics",
            "rtt-18-weeks,general-surgery",
            "maternity-booked-by-12-weeks,maternity");

    private static final int MONTHS = 50;
    private static final int ROWS_PER_ORGANISATION = INDICATORS.size() * MONTHS;
    private static final int UNTIL_RETURNED = 3;
    private static final DateTimeFormatter AE_PERIOD = DateTimeFormatter.ofPattern("MMMM-yyyy", Locale.UK);
    private static final int AE_FIRST_COUNT = 4;
    private static final int AE_FIRST_WAIT = 10;

    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(SEED);

    MadeFiles(Path folder) {
        this.folder = folder;
    }

    /** The trusts that return this many rows of indicator values. */
    Path organisations(int rows) {
        return write("organisations-" + rows + ".csv", out -> {
            out.write("code,name,type\n");
            for (int i = 0; i < organisationsOf(rows); i++) {
                out.write(code(i) + ",Trust " + i + ",NHS-TRUST\n");
            }
        });
    }

    /** As many rows of indicator values, in the generic layout, of all months but the newest. */
    Path values(int rows) {
        YearMonth newest = newest().minusMonths(1);
        return write("values-" + rows + ".csv", out -> {
            writeHeader(out);
            int written = 0;
            for (int month = 0; month < MONTHS; month++) {
                for (String indicator : INDICATORS) {
                    for (int i = 0; i < organisationsOf(rows) && written < rows; i++) {
                        writeValue(out, indicator, i, newest.minusMonths(month));
                        written++;
                    }
                }
            }
        });
    }

    /** The next month of the same trusts. */
    Path nextMonth(int rows) {
        return write("next-" + rows + ".csv", out -> {
            writeHeader(out);
            for (String indicator : INDICATORS) {
                for (int i = 0; i < organisationsOf(rows); i++) {
                    writeValue(out, indicator, i, newest());
                }
            }
        });
    }

    /** A month of the A&E publication, for where the published files are not at hand. */
    Path accidentAndEmergency(int month, int organisations) {
        String period = "MSitAE-"
                + AE_PERIOD
                        .format(YearMonth.of(2024, Month.APRIL).plusMonths(month))
                        .toUpperCase(Locale.UK);
        return write("Monthly-AE-" + month + ".csv", out -> {
            out.write(String.join(",", PublishedLayouts.ACCIDENT_AND_EMERGENCY) + "\n");
            for (int i = 0; i < organisations; i++) {
                out.write(period + "," + code(i) + ",NHS ENGLAND LONDON,TRUST " + i);
                for (int column = AE_FIRST_COUNT; column < PublishedLayouts.ACCIDENT_AND_EMERGENCY.size(); column++) {
                    // Those who waited are fewer than those who came.
                    out.write("," + (column < AE_FIRST_WAIT ? random.nextInt(1_000, 9_000) : random.nextInt(900)));
                }
                out.write("\n");
            }
        });
    }

    /** Practices as the organisation register lists them, for where the register is not at hand. */
    Path practices(int number) {
        return write("practices-" + number + ".csv", out -> {
            for (int i = 0; i < number; i++) {
                String[] cells = new String[PublishedLayouts.PRACTICE_COLUMNS];
                Arrays.fill(cells, "");
                cells[0] = code(i);
                cells[1] = "PRACTICE " + i;
                cells[2] = "Y56";
                cells[9] = "ZZ1 1ZZ";
                cells[10] = "19740401";
                cells[12] = "A";
                cells[13] = "B";
                cells[25] = "4";
                out.write("\"" + String.join("\",\"", cells) + "\"\n");
            }
        });
    }

    private void writeValue(BufferedWriter out, String indicator, int organisation, YearMonth month)
            throws IOException {
        int denominator = random.nextInt(200, 5_000);
        String[] parts = indicator.split(",", -1);
        out.write(parts[0] + "," + code(organisation) + "," + parts[1] + "," + month + "," + random.nextInt(denominator)
                + "," + denominator + "\n");
    }

    private static void writeHeader(BufferedWriter out) throws IOException {
        out.write("indicator,organisation,service_line,period,numerator,denominator\n");
    }

    private static YearMonth newest() {
        return YearMonth.from(LocalDate.now(ZoneOffset.UTC)).minusMonths(UNTIL_RETURNED);
    }

    private static int organisationsOf(int rows) {
        return Math.ceilDiv(rows, ROWS_PER_ORGANISATION);
    }

    private static String code(int organisation) {
        return "Z%05d".formatted(organisation);
    }

    private interface Content {
        void writeTo(BufferedWriter out) throws IOException;
    }

    private Path write(String name, Content content) {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            content.writeTo(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
