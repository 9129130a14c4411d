package org.silkthread.server.indicators.intake;

import java.io.IOException;

/** Takes the counts of a file one by one. */
@FunctionalInterface
public interface CountSink {

    /** Takes one. */
    void add(Count count) throws IOException;
}
