package org.silkthread.methods.proms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the publication withholds so that no patient is recognised: everything of a provider with 1 to 5 episodes, everything
 * adjusted below 30 modelled records; and in the record file all records of a provider with fewer than six, and age band and
 * sex where a provider has 1 to 5 patients of them.
 *
 * <p>Source: NHS Digital, footnotes to the PROMs comma-separated files.
 */
public final class PromsSuppression {

    /** What stands in place of a value. */
    public static final String STAR = "*";

    private static final int MOST_WITHHELD = 5;

    private PromsSuppression() {}

    /**
     * A patient's band in a record file.
     *
     * @param provider who operated
     * @param ageBand as published, or {@link #STAR}
     * @param sex as published, or {@link #STAR}
     */
    public record Band(String provider, String ageBand, String sex) {}

    /**
     * Whether a number of episodes may not be shown, nor anything that belongs to it.
     *
     * @param episodes 0 or more
     * @return true from 1 to 5; none is shown as none
     */
    public static boolean isWithheld(int episodes) {
        return episodes >= 1 && episodes <= MOST_WITHHELD;
    }

    /**
     * A provider's figures as they may be published.
     *
     * @param figures all of them
     * @param episodes eligible episodes of the provider
     * @return nothing at all, everything but what is adjusted, or everything
     */
    public static Published published(Published figures, int episodes) {
        if (isWithheld(episodes)) {
            return new Published(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (figures.records().orElse(0) >= ProviderGain.LEAST_RECORDS) {
            return figures;
        }
        return new Published(figures.records(), figures.before(), figures.after(), Optional.empty(), Optional.empty());
    }

    /**
     * The bands of a record file as they may be published, one for each record and in the same order.
     *
     * @param records one for each patient
     * @return a band with stars where there are 1 to 5 of its kind; nothing for a provider with fewer than six records
     */
    public static List<Optional<Band>> bands(List<Band> records) {
        Map<String, Integer> byProvider = new LinkedHashMap<>();
        Map<Band, Integer> byBand = new LinkedHashMap<>();
        for (Band record : records) {
            byProvider.merge(record.provider(), 1, Integer::sum);
            byBand.merge(record, 1, Integer::sum);
        }
        return records.stream()
                .map(record -> {
                    if (isWithheld(byProvider.getOrDefault(record.provider(), 0))) {
                        return Optional.<Band>empty();
                    }
                    boolean rare = isWithheld(byBand.getOrDefault(record, 0));
                    return Optional.of(rare ? new Band(record.provider(), STAR, STAR) : record);
                })
                .toList();
    }
}
