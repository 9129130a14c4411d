package org.silkthread.server.waits;

import java.util.List;
import java.util.Optional;

/**
 * What the clocks of one pathway say on a day.
 *
 * @param exclusion why the pathway is outside the rules, if it is; then it has no clock
 * @param clocks its clocks in the order of their starts
 * @param problems what in the record cannot be right, in a fixed order
 */
public record ReferralReading(Optional<String> exclusion, List<ReferralClock> clocks, List<Problem> problems) {

    public ReferralReading {
        clocks = List.copyOf(clocks);
        problems = List.copyOf(problems);
    }

    /** The clock that runs, if one does. */
    public Optional<ReferralClock> running() {
        return clocks.stream()
                .filter(clock -> clock.ending() instanceof ReferralClock.Ending.Running)
                .findFirst();
    }
}
