package org.silkthread.server.directory.files;

import java.io.IOException;
import org.silkthread.server.directory.store.FactSink;
import org.silkthread.server.tabular.Row;

/** Turns the rows of one file into facts. One reader reads one file once. */
public interface RowReader {

    /** Gives the facts of a row, all of them or, when the row is bad, none. */
    void read(Row row, FactSink sink) throws IOException;

    /** Gives the facts that follow from the rows together. */
    default void end(FactSink sink) throws IOException {}
}
