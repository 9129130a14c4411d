package org.silkthread.server.indicators;

import java.util.regex.Pattern;
import org.silkthread.server.calendar.Period;

/**
 * The name of a figure: what was measured, where and when. Every page, file and link about a figure is found by it.
 *
 * @param indicator the id of the indicator
 * @param organisation the code of an organisation or area; {@code ENG} for England
 * @param period a reporting period, or a quarter or financial year made of several
 */
public record FigureId(String indicator, String organisation, Period period) implements Comparable<FigureId> {

    private static final Pattern INDICATOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

    public FigureId {
        if (!INDICATOR.matcher(indicator).matches()) {
            throw new IllegalArgumentException("Not an indicator's id: " + indicator);
        }
        if (!ORGANISATION.matcher(organisation).matches()) {
            throw new IllegalArgumentException("Not an organisation's code: " + organisation);
        }
    }

    /**
     * Reads what {@link #code()} writes.
     *
     * @throws IllegalArgumentException if the text is not the code of a figure
     */
    public static FigureId parse(String code) {
        String[] parts = code.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "A figure is named by indicator, organisation and period, such as ae-4-hour.R0A.2024-07");
        }
        return new FigureId(parts[0], parts[1], Period.parse(parts[2]));
    }

    /** The name in an address: {@code ae-4-hour.R0A.2024-07}. */
    public String code() {
        return indicator + "." + organisation + "." + period.code();
    }

    @Override
    public int compareTo(FigureId other) {
        int byIndicator = indicator.compareTo(other.indicator);
        if (byIndicator != 0) {
            return byIndicator;
        }
        int byOrganisation = organisation.compareTo(other.organisation);
        return byOrganisation != 0 ? byOrganisation : period.compareTo(other.period);
    }

    @Override
    public String toString() {
        return code();
    }
}
