package org.silkthread.server.measurement;

import java.time.Instant;

/** Where a calculation stands. */
public sealed interface CalculationState {

    /** No server has begun to work on it. */
    record Waiting() implements CalculationState {}

    /**
     * A server works on it, or did until it was stopped and will go on.
     *
     * @param since when it was last taken up
     */
    record Running(Instant since) implements CalculationState {}

    /**
     * It is done; its results are there.
     *
     * @param words what else must be known of them; may be empty
     */
    record Completed(Instant at, String words) implements CalculationState {}

    /**
     * It cannot be done.
     *
     * @param reason why, in words for whoever asked
     */
    record Failed(Instant at, String reason) implements CalculationState {}

    /**
     * Somebody called it off.
     *
     * @param by the name of the person
     */
    record Cancelled(Instant at, String by) implements CalculationState {}

    /** Whether nothing more will happen to it. */
    default boolean isOver() {
        return switch (this) {
            case Waiting waiting -> false;
            case Running running -> false;
            case Completed completed -> true;
            case Failed failed -> true;
            case Cancelled cancelled -> true;
        };
    }

    /** The state in a word or two. */
    default String label() {
        return switch (this) {
            case Waiting waiting -> "Waiting";
            case Running running -> "Running";
            case Completed completed -> "Finished";
            case Failed failed -> "Failed";
            case Cancelled cancelled -> "Cancelled";
        };
    }
}
