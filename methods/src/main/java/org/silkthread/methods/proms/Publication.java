package org.silkthread.methods.proms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The published figures of one procedure and measure, read together with the published records.
 *
 * <p>Records of providers with fewer than six, and some others, are left out of the record files, so that England cannot be
 * added up from them to the last digit. England's gain and deviation are therefore taken from its published row, and the
 * re-centring term from the providers all of whose records are there: each of them gives it to within the rounding of its
 * published gain, and the middle of the range of these is used.
 *
 * @param measure of what
 * @param england its published row, with a re-centring term of 0 that is replaced here
 * @param providers by organisation code
 */
public record Publication(PromsMeasure measure, EnglandGain england, Map<String, Published> providers) {

    /** Published means have six significant digits. */
    private static final double ROUNDING = 1e-5;

    /** Keeps the order of the providers. */
    public Publication {
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    }

    /**
     * Providers judged by their published figures alone.
     *
     * @return in the order of the publication
     */
    public List<ProviderGain> asPublished() {
        List<ProviderGain> gains = new ArrayList<>();
        providers.forEach((code, figures) -> gains.add(ProviderGain.of(code, measure, figures, england)));
        return gains;
    }

    /**
     * Providers computed from records where all of their modelled records are there, and otherwise as published.
     *
     * @param records of the same procedure, measure and year
     * @return in the order of the publication; then those of whom there are records only
     */
    public List<ProviderGain> with(List<ModelledRecord> records) {
        Map<String, List<ModelledRecord>> own = ProviderGain.byOrganisation(records);
        EnglandGain centred = centredOn(records);
        Set<String> codes = new LinkedHashSet<>(providers.keySet());
        codes.addAll(own.keySet());
        List<ProviderGain> gains = new ArrayList<>();
        for (String code : codes) {
            Published published = providers.get(code);
            List<ModelledRecord> found = own.getOrDefault(code, List.of());
            gains.add(
                    published != null && !isComplete(found, published)
                            ? ProviderGain.of(code, measure, published, centred)
                            : ProviderGain.of(code, found, measure, centred));
        }
        return gains;
    }

    /**
     * England's published row with the re-centring term that the complete providers imply; without one, the term of the
     * records themselves.
     *
     * @param records at least one
     * @return the yardstick of {@link #with}
     */
    public EnglandGain centredOn(List<ModelledRecord> records) {
        return england.withRecentring(recentring(ProviderGain.byOrganisation(records))
                .orElseGet(() -> EnglandGain.of(records).recentring()));
    }

    /** Nothing when no provider has both all its records and a published gain. */
    private Optional<Double> recentring(Map<String, List<ModelledRecord>> own) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Published> entry : providers.entrySet()) {
            Published published = entry.getValue();
            List<ModelledRecord> found = own.getOrDefault(entry.getKey(), List.of());
            if (published.adjustedGain().isPresent() && isComplete(found, published)) {
                double term = england.gain()
                        + Means.of(found).residual()
                        - published.adjustedGain().get();
                least = Math.min(least, term);
                greatest = Math.max(greatest, term);
            }
        }
        return least <= greatest ? Optional.of((least + greatest) / 2) : Optional.empty();
    }

    private static boolean isComplete(List<ModelledRecord> found, Published published) {
        if (found.isEmpty() || published.records().orElse(0) != found.size()) {
            return false;
        }
        Means means = Means.of(found);
        return isRounded(means.before(), published.before()) && isRounded(means.after(), published.after());
    }

    private static boolean isRounded(double mean, Optional<Double> published) {
        return published
                .filter(rounded -> Math.abs(mean - rounded) <= ROUNDING * Math.abs(rounded))
                .isPresent();
    }
}
