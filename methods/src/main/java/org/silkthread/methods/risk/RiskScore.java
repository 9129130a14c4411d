package org.silkthread.methods.risk;

/**
 * A risk and the words that must stand wherever it is shown.
 *
 * @param percent the chance of the event within the years of the score, from 0 to 100
 * @param disclaimer what the publisher of the score asks to be held together with it; never empty
 */
public record RiskScore(double percent, String disclaimer) {

    public RiskScore {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("A risk is from 0 to 100 per cent, not " + percent);
        }
        if (disclaimer.isBlank()) {
            throw new IllegalArgumentException("A risk score is never shown without its disclaimer");
        }
    }
}
