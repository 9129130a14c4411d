package org.silkthread.server.feeds;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One stream of messages from one system of one organisation.
 *
 * @param code names it for good, in lower case, such as {@code dzb-ed}
 * @param organisation the code of the organisation whose patients it is about
 * @param name what people call it, such as "Emergency department"
 * @param profile how its messages are read; see docs/reference/feeds.md
 * @param silence after how long without a message it counts as stopped; whole minutes
 * @param port where it listens for MLLP; empty for none
 * @param open whether it takes messages
 */
public record Feed(
        String code,
        String organisation,
        String name,
        String profile,
        Duration silence,
        OptionalInt port,
        boolean open) {}
