package org.silkthread.methods.casemix;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Forty patients made with R's random numbers (set.seed(7)); no person is behind them. */
final class MadePatients {

    private static final List<String> COLUMNS = List.of("age", "sex", "charlson", "emerg");

    private MadePatients() {}

    static CaseMixTable died() {
        return table("died", COLUMNS, row -> values(row));
    }

    static CaseMixTable stay() {
        return table("los", COLUMNS, row -> values(row));
    }

    static CaseMixTable withYear(String outcome) {
        return table(outcome, List.of("age", "year"), row -> {
            double age = Double.parseDouble(row.get("age"));
            return new double[] {age, 2000 + age % 7};
        });
    }

    private static double[] values(CSVRecord row) {
        return COLUMNS.stream().mapToDouble(c -> Double.parseDouble(row.get(c))).toArray();
    }

    private static CaseMixTable table(String outcome, List<String> columns, Function<CSVRecord, double[]> values) {
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(MadePatients.class.getResourceAsStream("/casemix/made.csv")),
                StandardCharsets.UTF_8)) {
            CaseMixTable.Builder table = CaseMixTable.of(columns);
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .forEach(row -> table.add(Double.parseDouble(row.get(outcome)), values.apply(row)));
            return table.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
