package org.silkthread.server.waiting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.indicators.AccessStandard;
import org.silkthread.server.indicators.AccessStandards;
import org.silkthread.server.waiting.ReferralWait;
import org.silkthread.server.waits.Problem;
import org.silkthread.server.waits.ReferralClock;
import org.silkthread.server.waits.ReferralClock.Ending;
import org.silkthread.server.waits.ReferralReading;
import org.silkthread.server.waits.WaitWords;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.stereotype.Component;

/** Says a way from a referral to treatment in plain words: the clock that runs, or the last one that did. */
@Component("ownReferralWords")
class ReferralWords {

    private static final String STANDARD = "referral-18-weeks-incomplete";
    private static final int DAYS_OF_A_WEEK = 7;

    private final AccessStandards standards;

    ReferralWords(AccessStandards standards) {
        this.standards = standards;
    }

    WaitsView.Wait of(ReferralWait wait, String place) {
        ReferralReading reading = wait.reading();
        String title = wait.service() + ", " + place;
        Optional<ReferralClock> clock = reading.running()
                .or(() -> reading.clocks().isEmpty()
                        ? Optional.empty()
                        : Optional.of(reading.clocks().getLast()));
        return clock.map(shown -> of(title, shown, reading))
                .orElseGet(() -> new WaitsView.Wait(
                        title,
                        reading.exclusion().isPresent()
                                ? "The 18 weeks do not apply to this care"
                                : "No clock has started",
                        false,
                        List.of(),
                        reading.problems().stream().map(Problem::words).toList()));
    }

    private WaitsView.Wait of(String title, ReferralClock clock, ReferralReading reading) {
        List<SummaryRow> facts = new ArrayList<>();
        facts.add(SummaryRow.of(
                "The clock started",
                Wording.date(clock.start().day()) + ": " + clock.start().kind().words()));
        facts.add(SummaryRow.of("The clock stopped", stop(clock.ending())));
        clock.days().ifPresent(days -> facts.add(SummaryRow.of("How long", weeks(days))));
        if (clock.ending() instanceof Ending.Running) {
            LocalDate last = clock.start().day().plusDays(ReferralClock.EIGHTEEN_WEEKS);
            facts.add(SummaryRow.of("The 18 weeks end on", Wording.date(last)));
        }
        facts.add(SummaryRow.of(
                "The standard",
                standards
                        .find(STANDARD, clock.ending().day())
                        .map(AccessStandard::words)
                        .orElse("There was none on that day")));
        List<String> reasons = new ArrayList<>(clock.reasons());
        reasons.add("The day of the start is day 0. Weekends and holidays count. Missing or moving an appointment does"
                + " not by itself stop the clock.");
        reading.problems().stream().map(Problem::words).forEach(reasons::add);
        return new WaitsView.Wait(
                title,
                state(clock),
                clock.isWithin18Weeks().filter(within -> !within).isPresent(),
                facts,
                reasons);
    }

    private static String state(ReferralClock clock) {
        boolean within = clock.isWithin18Weeks().orElse(true);
        return switch (clock.ending()) {
            case Ending.Running running -> within ? "Within 18 weeks so far" : "Longer than 18 weeks already";
            case Ending.Stopped stopped -> within ? "Within 18 weeks" : "Longer than 18 weeks";
            case Ending.Nullified nullified -> "The clock counts as never started";
        };
    }

    private static String stop(Ending ending) {
        return switch (ending) {
            case Ending.Running running -> "It is still running";
            case Ending.Stopped stopped ->
                Wording.date(stopped.day()) + ": " + stopped.by().kind().words();
            case Ending.Nullified nullified ->
                Wording.date(nullified.day()) + ": " + nullified.by().kind().words();
        };
    }

    private static String weeks(long days) {
        long weeks = days / DAYS_OF_A_WEEK;
        long rest = days % DAYS_OF_A_WEEK;
        String whole = Wording.counted(weeks, "week", "weeks");
        return rest == 0 ? whole : whole + " and " + WaitWords.days(rest);
    }
}
