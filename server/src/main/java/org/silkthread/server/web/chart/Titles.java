package org.silkthread.server.web.chart;

/**
 * The two titles of a chart.
 *
 * @param headline the finding, such as 'Waits are getting shorter'
 * @param measure what is measured, such as 'Patients seen within 4 hours'
 * @param place whose figures they are, such as 'England'
 * @param period when, such as 'April 2023 to March 2026'
 */
public record Titles(String headline, String measure, String place, String period) {

    public Titles {
        if (headline.isBlank() || measure.isBlank() || place.isBlank() || period.isBlank()) {
            throw new IllegalArgumentException("A chart says its finding, measure, place and period");
        }
    }

    /** The second title: measure, place and period. */
    public String subtitle() {
        return measure + ", " + place + ", " + period;
    }
}
