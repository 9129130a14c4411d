package org.silkthread.server.improvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change on its way through plan, do, study and act. Each state has what was written down so far, so that nothing can be
 * studied that was not tried. Writing a step again corrects it; what came after it stays.
 */
public sealed interface Cycle {

    /** It is planned. */
    record Planned(Step.Plan plan) implements Cycle {}

    /** It was tried. */
    record Tried(Step.Plan plan, Step.Do tried) implements Cycle {}

    /** What it brought was looked at. */
    record Studied(Step.Plan plan, Step.Do tried, Step.Study study) implements Cycle {}

    /** What becomes of it was decided. */
    record Decided(Step.Plan plan, Step.Do tried, Step.Study study, Step.Act act) implements Cycle {}

    Step.Plan plan();

    /** When it was tried, if it was. */
    default Optional<Step.Do> whenTried() {
        return switch (this) {
            case Planned planned -> Optional.empty();
            case Tried(Step.Plan plan, Step.Do tried) -> Optional.of(tried);
            case Studied(Step.Plan plan, Step.Do tried, Step.Study study) -> Optional.of(tried);
            case Decided(Step.Plan plan, Step.Do tried, Step.Study study, Step.Act act) -> Optional.of(tried);
        };
    }

    /** The first day of the change, from which it is marked on charts. */
    default Optional<LocalDate> began() {
        return whenTried().map(Step.Do::began);
    }

    /** The steps so far, in order. */
    default List<Step> steps() {
        return switch (this) {
            case Planned(Step.Plan plan) -> List.of(plan);
            case Tried(Step.Plan plan, Step.Do tried) -> List.of(plan, tried);
            case Studied(Step.Plan plan, Step.Do tried, Step.Study study) -> List.of(plan, tried, study);
            case Decided(Step.Plan plan, Step.Do tried, Step.Study study, Step.Act act) ->
                List.of(plan, tried, study, act);
        };
    }

    /**
     * The cycle after one more step, or with one of its steps corrected.
     *
     * @throws OutOfOrder if a step before this one is missing; the message says which
     */
    default Cycle after(Step step) {
        return switch (step) {
            case Step.Plan plan -> replan(plan);
            case Step.Do tried -> retry(tried);
            case Step.Study study ->
                switch (this) {
                    case Planned planned -> throw new OutOfOrder("Say first when the change was tried");
                    case Tried(Step.Plan plan, Step.Do tried) -> new Studied(plan, tried, study);
                    case Studied(Step.Plan plan, Step.Do tried, Step.Study old) -> new Studied(plan, tried, study);
                    case Decided(Step.Plan plan, Step.Do tried, Step.Study old, Step.Act act) ->
                        new Decided(plan, tried, study, act);
                };
            case Step.Act act ->
                switch (this) {
                    case Planned planned -> throw new OutOfOrder("Say first when the change was tried");
                    case Tried tried -> throw new OutOfOrder("Say first what you found");
                    case Studied(Step.Plan plan, Step.Do tried, Step.Study study) ->
                        new Decided(plan, tried, study, act);
                    case Decided(Step.Plan plan, Step.Do tried, Step.Study study, Step.Act old) ->
                        new Decided(plan, tried, study, act);
                };
        };
    }

    private Cycle replan(Step.Plan plan) {
        return switch (this) {
            case Planned old -> new Planned(plan);
            case Tried(Step.Plan old, Step.Do tried) -> new Tried(plan, tried);
            case Studied(Step.Plan old, Step.Do tried, Step.Study study) -> new Studied(plan, tried, study);
            case Decided(Step.Plan old, Step.Do tried, Step.Study study, Step.Act act) ->
                new Decided(plan, tried, study, act);
        };
    }

    private Cycle retry(Step.Do tried) {
        return switch (this) {
            case Planned(Step.Plan plan) -> new Tried(plan, tried);
            case Tried(Step.Plan plan, Step.Do old) -> new Tried(plan, tried);
            case Studied(Step.Plan plan, Step.Do old, Step.Study study) -> new Studied(plan, tried, study);
            case Decided(Step.Plan plan, Step.Do old, Step.Study study, Step.Act act) ->
                new Decided(plan, tried, study, act);
        };
    }

    /** A step came before its time. */
    final class OutOfOrder extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfOrder(String message) {
            super(message);
        }
    }
}
