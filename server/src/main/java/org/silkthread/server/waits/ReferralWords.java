package org.silkthread.server.waits;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.waits.ReferralClock.Ending;

/** Says in sentences why a clock from referral to treatment stands where it stands. */
final class ReferralWords {

    private ReferralWords() {}

    static List<String> of(ReferralClock clock) {
        List<String> reasons = new ArrayList<>();
        reasons.add("Started on " + WaitWords.day(clock.start().day()) + ": "
                + clock.start().kind().words() + " (day 0).");
        reasons.addAll(clock.events());
        reasons.add(end(clock.ending()));
        clock.unadjustedDays().ifPresent(days -> reasons.add(days(clock, days)));
        return reasons;
    }

    private static String end(Ending ending) {
        return switch (ending) {
            case Ending.Running running -> "Running on " + WaitWords.day(running.day()) + ".";
            case Ending.Stopped stopped ->
                "Stopped on " + WaitWords.day(stopped.day()) + ": "
                        + stopped.by().kind().words() + ".";
            case Ending.Nullified nullified ->
                "Nullified on " + WaitWords.day(nullified.day()) + ": "
                        + nullified.by().kind().words() + ". The clock counts as never started.";
        };
    }

    private static String days(ReferralClock clock, long unadjusted) {
        long counted = unadjusted - clock.pausedDays();
        String sum = clock.pausedDays() == 0
                ? WaitWords.days(counted)
                : WaitWords.days(unadjusted) + " less " + WaitWords.days(clock.pausedDays()) + " of pause are "
                        + WaitWords.days(counted);
        boolean within = counted <= ReferralClock.EIGHTEEN_WEEKS;
        return sum + ": " + (within ? "within" : "over") + " 18 weeks (" + ReferralClock.EIGHTEEN_WEEKS + " days).";
    }
}
