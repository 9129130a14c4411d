package org.silkthread.cli.mllp;

import java.time.Duration;
import java.util.Arrays;

/**
 * What became of the messages that were to be sent.
 *
 * @param given how many were to be sent; a duplicate counts by itself
 * @param written how many frames were written, those that were sent again included
 * @param accepted how many were answered AA
 * @param keptBefore how many of these the receiver knew already
 * @param refused how many were answered otherwise
 * @param connections how many connections were opened
 * @param took from the first message to the last answer
 * @param micros from the first writing of each answered message to its answer, in microseconds, sorted
 */
public record SendingReport(
        int given,
        int written,
        int accepted,
        int keptBefore,
        int refused,
        int connections,
        Duration took,
        long[] micros) {

    private static final double MICROS_IN_MILLI = 1e3;

    /** Messages without an answer. */
    public int unanswered() {
        return given - accepted - refused;
    }

    /** Whether each message counts. */
    public boolean complete() {
        return accepted == given;
    }

    /**
     * How long the answer took for this share of the answered messages at most, in milliseconds; 0 if none was answered.
     *
     * @param share from 0 to 1
     */
    public double latency(double share) {
        return micros.length == 0
                ? 0
                : micros[Math.max(0, (int) Math.ceil(share * micros.length) - 1)] / MICROS_IN_MILLI;
    }

    /** The same, when there were more to send than the sender was given before it gave up. */
    SendingReport outOf(int all) {
        return new SendingReport(all, written, accepted, keptBefore, refused, connections, took, micros);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SendingReport report
                && given == report.given
                && written == report.written
                && accepted == report.accepted
                && keptBefore == report.keptBefore
                && refused == report.refused
                && connections == report.connections
                && took.equals(report.took)
                && Arrays.equals(micros, report.micros);
    }

    @Override
    public int hashCode() {
        return 31 * given + Arrays.hashCode(micros);
    }

    @Override
    public String toString() {
        return "SendingReport[given=" + given + ", written=" + written + ", accepted=" + accepted + ", keptBefore="
                + keptBefore + ", refused=" + refused + ", connections=" + connections + ", took=" + took + "]";
    }
}
