package org.silkthread.server.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;

/** The rights and pledges, as they are shipped. */
@ServerTest
class RightsTest {

    private final Rights rights;

    RightsTest(Rights rights) {
        this.rights = rights;
    }

    @Test
    void at_least_8_rights_and_some_pledges_are_there() {
        assertThat(rights.all().stream().filter(right -> right.kind() == Right.Kind.RIGHT))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(rights.all().stream().filter(right -> right.kind() == Right.Kind.PLEDGE))
                .isNotEmpty();
    }

    @Test
    void the_rights_that_indicators_name_are_there() {
        assertThat(rights.all())
                .extracting(Right::id)
                .contains(
                        "right-to-quality-information",
                        "right-to-choice",
                        "right-to-nice-treatments",
                        "right-to-safe-care",
                        "right-to-waiting-times");
    }

    @Test
    void no_right_is_without_its_law_and_the_steps_to_take_when_it_is_not_kept() {
        assertThat(rights.all()).allSatisfy(right -> {
            assertThat(right.legalBasis())
                    .isNotEmpty()
                    .allSatisfy(law -> assertThat(law.address()).isPresent());
            assertThat(right.steps()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(right.duties()).isNotEmpty();
        });
    }

    @Test
    void a_right_is_found_by_an_indicator_that_shows_whether_it_is_kept() {
        assertThat(rights.shownBy("rtt-18-weeks")).extracting(Right::id).contains("right-to-waiting-times");
        assertThat(rights.shownBy("no-such-indicator")).isEmpty();
    }
}
