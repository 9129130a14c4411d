package org.silkthread.server.choices;

import java.util.Optional;

/**
 * How near a provider is to the place that a person named.
 *
 * @param band how near, as far as we know; providers are listed band by band
 * @param miles the distance as the crow flies, where both places are known
 */
public record Nearness(Band band, Optional<Double> miles) {

    /** Nearest first. */
    public enum Band {
        MEASURED("Nearest first"),
        SAME_DISTRICT("In the same postcode district"),
        SAME_AREA("In the same postcode area"),
        MATCHES("In or near the place you named"),
        ELSEWHERE("Elsewhere"),
        UNMEASURED("Distance not known"),
        ALL("All providers");

        private final String heading;

        Band(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }
    }

    static Nearness in(Band band) {
        return new Nearness(band, Optional.empty());
    }
}
