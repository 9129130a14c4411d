package org.silkthread.server.directory.store;

import java.io.IOException;

/** Takes what the rows of a file say. */
@FunctionalInterface
public interface FactSink {

    /**
     * Takes one fact.
     *
     * @param line the line of the file that says it; 0 when no one line does
     */
    void accept(long line, Fact fact) throws IOException;
}
