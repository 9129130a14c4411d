package org.silkthread.methods.proms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.SharedData;

/** Hip replacements of 2018/19: the published records and the published results of every provider. */
class PublishedHipsTest {

    private static final String RECORDS = "nhs-proms/Hip Replacement Provider 1819.csv.zip";
    private static final String PROVIDERS = "nhs-proms/ProvComm Hip Replacement 1819.csv";
    /** Not of the class, which could not be skipped where the file is absent. */
    private final List<CSVRecord> expected =
            SharedData.rows("expected-by-reference/proms_1819_hip_published_outliers.csv");

    @Test
    void every_published_label_follows_from_the_provider_file() {
        PromsPack pack = new PromsPack();
        addProviders(pack);

        assertLabels(pack);
    }

    @Test
    void every_published_label_follows_from_records_and_provider_file_together() {
        PromsPack pack = new PromsPack();
        addRecords(pack);
        addProviders(pack);

        assertLabels(pack);
    }

    @Test
    void gains_computed_from_records_are_the_published_ones_to_four_decimals_where_all_records_are_there() {
        PromsPack withFile = new PromsPack();
        addRecords(withFile);
        addProviders(withFile);
        PromsPack recordsOnly = new PromsPack();
        addRecords(recordsOnly);

        assertThat(gainsThatAgree(withFile)).isGreaterThan(250);
        assertThat(gainsThatAgree(recordsOnly)).isGreaterThan(250);
    }

    @Test
    void the_england_of_the_records_alone_is_not_quite_the_published_one() {
        PromsPack pack = new PromsPack();
        addRecords(pack);
        PromsPack.Result oxford = pack.results().stream()
                .filter(r -> r.subject()
                        .equals(new PromsPack.Subject("Hip Replacement Primary", PromsMeasure.OXFORD_HIP_SCORE)))
                .findFirst()
                .orElseThrow();

        assertThat(oxford.basis()).isEqualTo(PromsPack.Basis.RECORDS_AND_KNOWN_ENGLAND);
        assertThat(oxford.england().gain()).isEqualTo(22.6798);
        assertThat(oxford.providers().stream()
                        .mapToInt(p -> p.records().orElse(0))
                        .sum())
                .isLessThan(oxford.england().records());
    }

    /** Providers whose computed gain was compared; the records are all there when their mean scores are the published. */
    private static int gainsThatAgree(PromsPack pack) {
        Map<String, CSVRecord> published = new HashMap<>();
        SharedData.rows(PROVIDERS).forEach(row -> {
            if (row.get("Organisation Type").equals("Provider")) {
                published.put(key(row.get("Procedure"), row.get("Measure"), row.get("Organisation Code")), row);
            }
        });
        int compared = 0;
        for (PromsPack.Result result : pack.results()) {
            for (ProviderGain provider : result.providers()) {
                CSVRecord row = published.get(key(
                        result.subject().procedure(), result.subject().measure().label(), provider.organisation()));
                if (row == null
                        || provider.adjusted().isEmpty()
                        || !result.subject().procedure().endsWith("Primary")
                        || row.get("Adjusted Average Health Gain").equals("*")
                        || !sameMean(provider.before().orElseThrow(), row.get("Average Pre-Op Q Score"))
                        || !sameMean(provider.after().orElseThrow(), row.get("Average Post-Op Q Score"))
                        || provider.records().orElse(0) != Integer.parseInt(row.get("Modelled Records"))) {
                    continue;
                }
                assertThat(provider.adjusted().get().gain())
                        .as("%s", row)
                        .isCloseTo(Double.parseDouble(row.get("Adjusted Average Health Gain")), within(6e-5));
                assertThat(provider.adjusted().get().deviation())
                        .isCloseTo(Double.parseDouble(row.get("Standard Deviation")), within(1e-4));
                compared++;
            }
        }
        return compared;
    }

    private static boolean sameMean(double mean, String published) {
        double rounded = Double.parseDouble(published);
        return Math.abs(mean - rounded) <= 1e-5 * rounded;
    }

    private void assertLabels(PromsPack pack) {
        Map<String, String> labels = new HashMap<>();
        for (PromsPack.Result result : pack.results()) {
            for (ProviderGain provider : result.providers()) {
                labels.put(
                        key(
                                result.subject().procedure(),
                                result.subject().measure().label(),
                                provider.organisation()),
                        provider.label().label());
            }
        }
        for (CSVRecord row : expected) {
            String key = key(row.get("procedure"), row.get("measure"), SharedData.first(row));
            assertThat(labels.get(key)).as(key).isEqualTo(row.get("published_outlier"));
        }
        assertThat(expected).hasSize(849);
    }

    private static String key(String procedure, String measure, String organisation) {
        return procedure + "|" + measure + "|" + organisation;
    }

    private static void addProviders(PromsPack pack) {
        List<CSVRecord> rows = SharedData.rows(PROVIDERS);
        ProviderLayout layout =
                ProviderLayout.of(rows.getFirst().getParser().getHeaderNames()).orElseThrow();
        rows.forEach(row -> layout.read(row.toList()).ifPresent(pack::add));
    }

    private static void addRecords(PromsPack pack) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(SharedData.file(RECORDS)))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry).isNotNull();
            Reader reader = new InputStreamReader(zip, StandardCharsets.UTF_8);
            RecordLayout layout = null;
            for (CSVRecord row : CSVFormat.DEFAULT.parse(reader)) {
                if (layout == null) {
                    layout = RecordLayout.of(row.toList()).orElseThrow();
                } else {
                    layout.read(row.toList()).forEach(pack::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
