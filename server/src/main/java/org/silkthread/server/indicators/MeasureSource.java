package org.silkthread.server.indicators;

import java.util.Optional;

/**
 * The FHIR Measure that an indicator is calculated by, from patients' records.
 *
 * @param url its canonical address, without a version
 * @param version its version; absent when every version gives the indicator
 * @param group the id of the group, or rate, of the measure; absent for its first
 */
public record MeasureSource(String url, Optional<String> version, Optional<String> group) {

    public MeasureSource {
        if (url.isBlank() || url.indexOf('|') >= 0) {
            throw new IllegalArgumentException(
                    "A measure is named by its address without a version, not '" + url + "'");
        }
    }

    /** Whether a measure is the one that is meant. */
    public boolean means(String otherUrl, String otherVersion) {
        return url.equals(otherUrl) && version.map(otherVersion::equals).orElse(true);
    }
}
