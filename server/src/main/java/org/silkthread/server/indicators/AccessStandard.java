package org.silkthread.server.indicators;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * How long people may wait, and the share of them for whom it must hold. A standard that was given up stays here with its
 * dates, but nobody is scored by it any more.
 *
 * @param id lower case with hyphens, such as {@code referral-18-weeks-incomplete}
 * @param stage whether services are scored by it
 * @param measured what is waited for: from what to what
 * @param limit the longest wait that meets it; a day is 24 hours
 * @param share the least share of waits that must meet it, 0 to 1; empty when no wait may be longer
 * @param words the standard in one sentence
 * @param relevance why it matters to patients, or why it was given up
 * @param indicator the indicator that shows whether it is met, if there is one
 */
public record AccessStandard(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        Stage stage,
        String measured,
        Duration limit,
        Optional<BigDecimal> share,
        String words,
        String relevance,
        Optional<String> indicator)
        implements Content {

    /** Where a standard stands. */
    public enum Stage {
        IN_FORCE,
        RETIRED
    }

    public AccessStandard {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("The limit of standard " + id + " is above zero");
        }
        if (share.filter(least -> least.signum() < 0 || least.compareTo(BigDecimal.ONE) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("The share of standard " + id + " is 0 to 1");
        }
    }

    @Override
    public String status() {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether services are scored by it. */
    public boolean isScored() {
        return stage == Stage.IN_FORCE;
    }
}
