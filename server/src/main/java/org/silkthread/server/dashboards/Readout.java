package org.silkthread.server.dashboards;

import java.time.Duration;

/** What a tile shows. Every one says of how many. */
public sealed interface Readout {

    /** A number of people or events. */
    record Count(long number) implements Readout {}

    /**
     * A length of time that several waited.
     *
     * @param middle half of them waited no longer
     * @param quarter a quarter waited no longer
     * @param threeQuarters three quarters waited no longer
     * @param number how many; at least 1
     */
    record Waited(Duration middle, Duration quarter, Duration threeQuarters, long number) implements Readout {}

    /**
     * A length of time on average.
     *
     * @param number of how many; at least 1
     */
    record Average(Duration mean, long number) implements Readout {}

    /**
     * The longest of several waits that go on.
     *
     * @param number how many wait; at least 1
     */
    record Longest(Duration longest, long number) implements Readout {}

    /**
     * A share.
     *
     * @param met how many
     * @param number of how many; at least 1
     */
    record Share(long met, long number) implements Readout {}

    /** Nothing counts at this moment. */
    record Nothing() implements Readout {}
}
