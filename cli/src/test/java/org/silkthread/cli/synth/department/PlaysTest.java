package org.silkthread.cli.synth.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.silkthread.cli.mllp.Sending;

/** The surgical team and the out-of-hours service. */
class PlaysTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Stretch FOUR_WEEKS = new Stretch(MONDAY, MONDAY.plus(Duration.ofDays(28)));

    @Property(tries = 10)
    void the_same_seed_gives_the_same_messages(@ForAll long seed) {
        assertThat(surgery(seed)).isEqualTo(surgery(seed)).isSortedAccordingTo(Sending.IN_ORDER);
        assertThat(outOfHours(seed)).isEqualTo(outOfHours(seed)).isSortedAccordingTo(Sending.IN_ORDER);
    }

    @Test
    void a_surgical_team_plans_operates_and_discharges() {
        List<Sending> sendings = surgery(1);
        assertThat(kinds(sendings)).contains("SIU^S12", "SIU^S13", "SIU^S15", "ADT^A01", "ORU^R01", "ADT^A03");
        assertThat(messages(sendings, "OBX|1|CE|COMPLICATION|")).isBetween(1L, 25L);
        // 19 weekdays after the first day, five operations on each, a few of them called off.
        assertThat(messages(sendings, "|ADT^A01|")).isBetween(80L, 95L);
    }

    @Test
    void an_out_of_hours_service_is_rung_when_practices_are_closed() {
        List<Sending> sendings = outOfHours(1);
        assertThat(kinds(sendings)).contains("ADT^A04", "ADT^A11", "ORU^R01", "ADT^A03");
        assertThat(messages(sendings, "|ADT^A04|")).isBetween(3_000L, 3_800L);
        assertThat(sendings)
                .filteredOn(sending -> sending.message().contains("|ADT^A04|"))
                .allMatch(sending -> sending.message().contains("PD1|||Practice^^Z990"));
    }

    private static List<Sending> surgery(long seed) {
        return new SurgeryPlay(seed, "DZB", FOUR_WEEKS, 5, Optional.empty()).sendings();
    }

    private static List<Sending> outOfHours(long seed) {
        return new OutOfHoursPlay(seed, "DZB", FOUR_WEEKS, 120, Optional.empty()).sendings();
    }

    private static Set<String> kinds(List<Sending> sendings) {
        return sendings.stream()
                .map(sending -> sending.message().split("\\|", 10)[8])
                .collect(Collectors.toSet());
    }

    private static long messages(List<Sending> sendings, String text) {
        return sendings.stream()
                .map(Sending::message)
                .distinct()
                .filter(message -> message.contains(text))
                .count();
    }
}
