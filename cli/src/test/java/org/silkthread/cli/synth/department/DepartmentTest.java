package org.silkthread.cli.synth.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.silkthread.cli.synth.department.Visit.Ending;

class DepartmentTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");
    private static final Stretch DAY = new Stretch(MORNING, MORNING.plus(Duration.ofDays(1)));

    @Property(tries = 40)
    void everything_that_happens_to_a_patient_happens_in_its_order(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int attendances) {
        for (Visit visit : visits(seed, attendances)) {
            assertThat(visit.assessed()).isAfter(visit.arrived());
            assertThat(visit.departed()).isAfter(visit.assessed());
            visit.seen()
                    .ifPresent(
                            seen -> assertThat(seen).isAfter(visit.assessed()).isBefore(visit.departed()));
            visit.decided()
                    .ifPresent(decided -> assertThat(decided)
                            .isAfter(visit.seen().orElseThrow())
                            .isBefore(visit.departed()));
            assertThat(visit.tests()).allSatisfy(test -> {
                assertThat(test.asked()).isAfter(visit.seen().orElseThrow());
                assertThat(test.resulted()).isAfter(test.asked()).isBefore(visit.departed());
            });
            assertThat(visit.decided().isPresent()).isEqualTo(visit.ending() == Ending.ADMITTED);
            assertThat(visit.seen().isEmpty()).isEqualTo(visit.ending() == Ending.LEFT);
        }
    }

    @Test
    void a_day_looks_like_the_day_of_a_department() {
        List<Visit> visits = visits(1, 4_000);
        assertThat(visits.size()).isBetween(3_700, 4_300);
        assertThat(share(visits, visit -> hour(visit) < 6)).isBetween(0.08, 0.14);
        assertThat(share(visits, visit -> hour(visit) >= 10 && hour(visit) < 16))
                .isBetween(0.32, 0.39);
        assertThat(share(visits, visit -> visit.triage() == Triage.IMMEDIATE)).isBetween(0.005, 0.02);
        assertThat(share(visits, visit -> visit.triage() == Triage.URGENT)).isBetween(0.41, 0.49);
        assertThat(share(visits, visit -> visit.ending() == Ending.ADMITTED)).isBetween(0.17, 0.29);
        assertThat(share(visits, visit -> visit.ending() == Ending.LEFT)).isLessThan(0.06);
        assertThat(share(visits(1, 400), visit -> minutes(visit.arrived(), visit.departed()) <= 240))
                .isBetween(0.6, 0.95);
    }

    @Test
    void the_urgent_are_seen_before_the_others() {
        List<Visit> visits = visits(1, 400);
        assertThat(meanWait(visits, Triage.VERY_URGENT)).isLessThan(meanWait(visits, Triage.STANDARD));
    }

    @Test
    void a_surge_is_felt_in_the_waits_of_those_who_come_after_it() {
        Stretch noon = new Stretch(MORNING.plus(Duration.ofHours(12)), MORNING.plus(Duration.ofHours(13)));
        DepartmentOrder surge = new DepartmentOrder(1, "DZB", DAY, 400, Optional.of(noon), 3, Optional.empty());
        Predicate<Visit> in = visit -> noon.holds(visit.arrived());
        Predicate<Visit> after = visit -> noon.holds(visit.arrived().minus(Duration.ofHours(1)));
        List<Visit> with = new Department(surge).visits();
        List<Visit> without = visits(1, 400);
        assertThat(with.stream().filter(in).count())
                .isGreaterThan(2 * without.stream().filter(in).count());
        assertThat(with.stream().filter(after).count())
                .isEqualTo(without.stream().filter(after).count());
        assertThat(meanWait(with.stream().filter(after).toList(), Triage.STANDARD))
                .isGreaterThan(30 + meanWait(without.stream().filter(after).toList(), Triage.STANDARD));
    }

    private static List<Visit> visits(long seed, int attendances) {
        return new Department(DepartmentOrder.ordinary(seed, "DZB", DAY, attendances)).visits();
    }

    private static int hour(Visit visit) {
        return (int) Duration.between(MORNING, visit.arrived()).toHours();
    }

    private static double share(List<Visit> visits, Predicate<Visit> which) {
        return visits.stream().filter(which).count() / (double) visits.size();
    }

    private static long minutes(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes();
    }

    private static double meanWait(List<Visit> visits, Triage triage) {
        return visits.stream()
                .filter(visit -> visit.triage() == triage && visit.seen().isPresent())
                .mapToLong(visit -> minutes(visit.arrived(), visit.seen().orElseThrow()))
                .average()
                .orElseThrow();
    }
}
