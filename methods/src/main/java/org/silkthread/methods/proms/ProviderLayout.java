package org.silkthread.methods.proms;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a published provider file, one row for each organisation, procedure and measure, keeps its figures. */
public final class ProviderLayout {

    private final int procedure;
    private final OptionalInt type;
    private final int code;
    private final int measure;
    private final int records;
    private final int before;
    private final int after;
    private final int gain;
    private final int deviation;

    private ProviderLayout(PackColumns columns) {
        procedure = columns.named("procedure").orElseThrow();
        type = columns.named("organisationtype", "orgtype");
        code = columns.named("organisationcode", "orgcode", "providercode").orElseThrow();
        measure = columns.named("measure").orElseThrow();
        records = columns.named("modelledrecords").orElseThrow();
        before = columns.named("averagepreopqscore").orElseThrow();
        after = columns.named("averagepostopqscore").orElseThrow();
        gain = columns.named("adjustedaveragehealthgain").orElseThrow();
        deviation = columns.named("standarddeviation").orElseThrow();
    }

    /** Whose figures a row has. */
    public enum Whose {
        PROVIDER,
        ENGLAND,
        /** A commissioner or region, which nobody judges here. */
        OTHER
    }

    /**
     * A row.
     *
     * @param procedure for example {@code Hip Replacement Primary}
     * @param measure what the figures are of
     * @param whose provider, England or other
     * @param code of the organisation
     * @param figures as published
     */
    public record Row(String procedure, PromsMeasure measure, Whose whose, String code, Published figures) {}

    /**
     * Finds the columns.
     *
     * @param header names of all columns
     * @return nothing when this is not a provider file
     */
    public static Optional<ProviderLayout> of(List<String> header) {
        try {
            return Optional.of(new ProviderLayout(PackColumns.of(header)));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a row.
     *
     * @param cells as many as the header has
     * @return nothing for a measure that is not known
     * @throws PackCellException when a figure is neither a number nor withheld
     */
    public Optional<Row> read(List<String> cells) {
        String organisation = cells.get(code).strip();
        return PromsMeasure.ofLabel(cells.get(measure))
                .map(found -> new Row(
                        cells.get(procedure).strip(), found, whose(cells, organisation), organisation, figures(cells)));
    }

    private Published figures(List<String> cells) {
        Optional<Integer> count = cells.get(records).strip().equals("-")
                ? Optional.of(0)
                : PackColumns.number(cells, records).map(this::count);
        return new Published(
                count,
                PackColumns.number(cells, before),
                PackColumns.number(cells, after),
                PackColumns.number(cells, gain),
                PackColumns.number(cells, deviation));
    }

    private int count(double value) {
        if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new PackCellException(records, "a number of records");
        }
        return (int) value;
    }

    private Whose whose(List<String> cells, String organisation) {
        String kind = type.isPresent() ? cells.get(type.getAsInt()).strip().toLowerCase(Locale.ROOT) : "";
        if (kind.equals("england") || organisation.equalsIgnoreCase("england")) {
            return Whose.ENGLAND;
        }
        return kind.isEmpty() || kind.equals("provider") ? Whose.PROVIDER : Whose.OTHER;
    }
}
