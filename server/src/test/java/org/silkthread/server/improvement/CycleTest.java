package org.silkthread.server.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Step.Plan PLAN = new Step.Plan("A nurse at the door", "Waits fall by ten minutes");
    private static final Step.Do DO = new Step.Do(DAY, DAY.plusDays(13));
    private static final Step.Study STUDY = new Step.Study("They fell by four minutes");
    private static final Step.Act ACT = new Step.Act(Decision.ADAPT, "Evenings need a second nurse");

    private static final Cycle PLANNED = new Cycle.Planned(PLAN);

    @Test
    void a_change_goes_from_plan_to_do_to_study_to_act() {
        Cycle decided = PLANNED.after(DO).after(STUDY).after(ACT);

        assertThat(decided.steps()).isEqualTo(List.of(PLAN, DO, STUDY, ACT));
        assertThat(decided.began()).contains(DAY);
        assertThat(PLANNED.began()).isEmpty();
    }

    @Test
    void nothing_is_studied_that_was_not_tried_and_nothing_decided_that_was_not_studied() {
        assertThatThrownBy(() -> PLANNED.after(STUDY))
                .isInstanceOf(Cycle.OutOfOrder.class)
                .hasMessage("Say first when the change was tried");
        assertThatThrownBy(() -> PLANNED.after(ACT)).isInstanceOf(Cycle.OutOfOrder.class);
        assertThatThrownBy(() -> PLANNED.after(DO).after(ACT))
                .isInstanceOf(Cycle.OutOfOrder.class)
                .hasMessage("Say first what you found");
    }

    @Test
    void a_step_that_is_written_again_is_corrected_and_what_came_after_it_stays() {
        Cycle decided = PLANNED.after(DO).after(STUDY).after(ACT);
        Step.Plan plan = new Step.Plan("A nurse at the desk", "Waits fall");
        Step.Do tried = new Step.Do(DAY.plusDays(1), DAY.plusDays(2));
        Step.Study study = new Step.Study("Nothing changed");
        Step.Act act = new Step.Act(Decision.ABANDON, "It cost too much");

        assertThat(decided.after(plan).after(tried).after(study).after(act).steps())
                .isEqualTo(List.of(plan, tried, study, act));
        assertThat(PLANNED.after(DO).after(plan).steps()).isEqualTo(List.of(plan, DO));
    }

    @Test
    void a_change_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Step.Do(DAY, DAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
