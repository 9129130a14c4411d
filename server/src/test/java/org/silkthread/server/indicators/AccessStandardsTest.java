package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.server.ServerTest;
import org.silkthread.server.waits.EmergencyClock;
import org.silkthread.server.waits.ReferralClock;

@ServerTest
class AccessStandardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final AccessStandards standards;
    private final Catalogue catalogue;

    AccessStandardsTest(AccessStandards standards, Catalogue catalogue) {
        this.standards = standards;
        this.catalogue = catalogue;
    }

    @ParameterizedTest
    @CsvSource({
        "emergency-four-hours,         2010-06-20, IN_FORCE, 0.98",
        "emergency-four-hours,         2010-06-21, IN_FORCE, 0.95",
        "referral-18-weeks-admitted,   2008-12-31, IN_FORCE, 0.90",
        "referral-18-weeks-admitted,   2015-09-30, IN_FORCE, 0.90",
        "referral-18-weeks-admitted,   2015-10-01, RETIRED,  0.90",
        "referral-18-weeks-non-admitted, 2015-09-30, IN_FORCE, 0.95",
        "referral-18-weeks-non-admitted, 2015-10-01, RETIRED,  0.95",
        "referral-18-weeks-incomplete, 2012-04-01, IN_FORCE, 0.92",
        "referral-18-weeks-incomplete, 2026-11-21, IN_FORCE, 0.92"
    })
    void a_standard_has_its_share_from_its_day(String id, LocalDate day, AccessStandard.Stage stage, BigDecimal share) {
        assertThat(standards.find(id, day)).hasValueSatisfying(standard -> {
            assertThat(standard.stage()).isEqualTo(stage);
            assertThat(standard.share())
                    .hasValueSatisfying(least -> assertThat(least).isEqualByComparingTo(share));
        });
    }

    @Test
    void nothing_holds_before_it_was_set() {
        assertThat(standards.find("referral-18-weeks-incomplete", LocalDate.of(2012, 3, 31)))
                .isEmpty();
        assertThat(standards.find("referral-18-weeks-admitted", LocalDate.of(2008, 12, 30)))
                .isEmpty();
    }

    @Test
    void retired_targets_stay_in_history_and_are_not_scored() {
        List<String> retired = List.of("outpatient-13-weeks", "inpatient-26-weeks");
        assertThat(standards.scored(LocalDate.of(2009, 6, 29)))
                .extracting(AccessStandard::id)
                .containsAll(retired);
        assertThat(standards.scored(TODAY)).extracting(AccessStandard::id).doesNotContainAnyElementsOf(retired);
        assertThat(standards.retired(TODAY)).extracting(AccessStandard::id).containsAll(retired);
        assertThat(standards.history("outpatient-13-weeks")).hasSize(2);
    }

    @Test
    void the_limits_are_those_that_the_clocks_count_by() {
        assertThat(limit("emergency-four-hours")).isEqualTo(EmergencyClock.FOUR_HOURS);
        assertThat(limit("emergency-twelve-hours-for-a-bed")).isEqualTo(EmergencyClock.TWELVE_HOURS);
        assertThat(limit("referral-18-weeks-incomplete").toDays()).isEqualTo(ReferralClock.EIGHTEEN_WEEKS);
        assertThat(limit("referral-18-weeks-admitted").toDays()).isEqualTo(ReferralClock.EIGHTEEN_WEEKS);
        assertThat(limit("referral-18-weeks-non-admitted").toDays()).isEqualTo(ReferralClock.EIGHTEEN_WEEKS);
    }

    @Test
    void a_standard_and_the_indicator_that_shows_it_agree_on_the_share_on_every_day_that_either_changes() {
        for (AccessStandard standard : standards.scored(TODAY)) {
            standard.indicator().ifPresent(id -> assertThat(catalogue.find(id)).isPresent());
            standards.history(standard.id()).stream()
                    .map(entry -> entry.content())
                    .filter(version -> version.share().isPresent())
                    .forEach(version -> version.indicator()
                            .ifPresent(id -> assertThat(catalogue
                                            .find(id, version.effectiveFrom())
                                            .orElseThrow()
                                            .minimumStandard()
                                            .orElseThrow()
                                            .value())
                                    .isEqualTo(version.share().get().doubleValue())));
        }
    }

    private Duration limit(String id) {
        return standards.find(id, TODAY).orElseThrow().limit();
    }
}
