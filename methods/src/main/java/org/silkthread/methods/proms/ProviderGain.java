package org.silkthread.methods.proms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider's patients gained, and whether that differs from England by more than chance.
 *
 * <p>Adjusted gain = England's gain + (mean of actual less predicted at the provider - the same in England). z = (adjusted
 * gain - England's gain) / (England's standard deviation / √n). The publication uses England's deviation, not the
 * provider's own; with the provider's own, three to ten labels of a hundred are different. Below 30 records nothing adjusted
 * is said.
 *
 * <p>Source: NHS Digital, "A guide to PROMs methodology", version 12.
 *
 * @param organisation who
 * @param measure of what
 * @param records modelled records; empty when the publication withholds the number
 * @param before mean score before, when there is one
 * @param after mean score after, when there is one
 * @param adjusted from 30 records
 * @param label in the publication's words
 */
public record ProviderGain(
        String organisation,
        PromsMeasure measure,
        Optional<Integer> records,
        Optional<Double> before,
        Optional<Double> after,
        Optional<Adjusted> adjusted,
        OutlierLabel label) {

    /** The number of records from which an adjusted gain is published. */
    public static final int LEAST_RECORDS = 30;

    /**
     * What is said from 30 records.
     *
     * @param gain adjusted average health gain
     * @param deviation standard deviation of the provider's own residuals
     * @param z distance from England in standard errors; 0 when England has no spread
     */
    public record Adjusted(double gain, double deviation, double z) {}

    /**
     * Providers of one procedure against England.
     *
     * @param records of all of them
     * @param measure of what
     * @param england the yardstick
     * @return in the order in which they first appear
     */
    public static List<ProviderGain> of(List<ModelledRecord> records, PromsMeasure measure, EnglandGain england) {
        List<ProviderGain> gains = new ArrayList<>();
        byOrganisation(records).forEach((organisation, own) -> gains.add(of(organisation, own, measure, england)));
        return gains;
    }

    static ProviderGain of(
            String organisation, List<ModelledRecord> records, PromsMeasure measure, EnglandGain england) {
        Means means = Means.of(records);
        return of(
                organisation,
                measure,
                new Published(
                        Optional.of(means.count()),
                        Optional.of(means.before()),
                        Optional.of(means.after()),
                        Optional.of(england.gain() + means.residual() - england.recentring()),
                        Optional.of(means.deviation())),
                england);
    }

    /** Judges a provider by its published figures. */
    static ProviderGain of(String organisation, PromsMeasure measure, Published figures, EnglandGain england) {
        Optional<Adjusted> adjusted = figures.adjustedGain()
                .filter(_ -> figures.records().orElse(0) >= LEAST_RECORDS)
                .map(gain -> new Adjusted(
                        gain,
                        figures.deviation().orElse(0.0),
                        z(gain, figures.records().orElse(0), england)));
        OutlierLabel label = adjusted.map(found -> OutlierLabel.of(found.z(), measure))
                .orElse(
                        figures.records().filter(n -> n == 0).isPresent()
                                ? OutlierLabel.NO_PROCEDURES
                                : OutlierLabel.INSUFFICIENT_RECORDS);
        return new ProviderGain(
                organisation, measure, figures.records(), figures.before(), figures.after(), adjusted, label);
    }

    static Map<String, List<ModelledRecord>> byOrganisation(List<ModelledRecord> records) {
        Map<String, List<ModelledRecord>> groups = new LinkedHashMap<>();
        records.forEach(record -> groups.computeIfAbsent(record.organisation(), _ -> new ArrayList<>())
                .add(record));
        return groups;
    }

    /**
     * The gain as it is: mean score after less mean score before.
     *
     * @return nothing without scores; negative for the Aberdeen questionnaire when patients got better
     */
    public Optional<Double> gain() {
        return before.flatMap(first -> after.map(second -> second - first));
    }

    private static double z(double gain, int records, EnglandGain england) {
        return england.deviation() > 0 ? (gain - england.gain()) * Math.sqrt(records) / england.deviation() : 0;
    }
}
