package org.silkthread.methods.proms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * England's published figures of past years (NHS Digital, PROMs provider files; Open Government Licence), with the
 * re-centring term that the same files imply. Needed because the record files leave out patients of small providers.
 */
final class KnownEngland {

    private static final Map<String, EnglandGain> BY_KEY = read();
    private static final double LARGEST_SHARE_LEFT_OUT = 0.02;
    private static final double LARGEST_SHIFT = 0.05;

    private KnownEngland() {}

    /**
     * The published England, if these records are nearly all of it: as many to two per cent, with means within a twentieth
     * of a standard deviation. Records of some providers only, or made ones, are not.
     */
    static Optional<EnglandGain> of(String year, String procedure, PromsMeasure measure, List<ModelledRecord> records) {
        return Optional.ofNullable(BY_KEY.get(key(year, procedure, measure.label())))
                .filter(known -> isNearly(known, EnglandGain.of(records)));
    }

    private static boolean isNearly(EnglandGain known, EnglandGain found) {
        return Math.abs(found.records() - known.records()) <= LARGEST_SHARE_LEFT_OUT * known.records()
                && Math.abs(found.before() - known.before()) <= LARGEST_SHIFT * known.deviation()
                && Math.abs(found.gain() - known.gain()) <= LARGEST_SHIFT * known.deviation()
                && Math.abs(found.recentring() - known.recentring()) <= LARGEST_SHIFT * known.deviation();
    }

    private static String key(String year, String procedure, String measure) {
        return year + "|" + procedure + "|" + measure;
    }

    private static Map<String, EnglandGain> read() {
        Map<String, EnglandGain> all = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownEngland.class.getResourceAsStream("england.csv")),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> {
                List<String> cells = List.of(line.split(",", -1));
                EnglandGain england = new EnglandGain(
                        Integer.parseInt(cells.get(3)),
                        Double.parseDouble(cells.get(4)),
                        Double.parseDouble(cells.get(5)),
                        Double.parseDouble(cells.get(6)),
                        Double.parseDouble(cells.get(7)),
                        Double.parseDouble(cells.get(8)));
                all.put(key(cells.get(0), cells.get(1), cells.get(2)), england);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
