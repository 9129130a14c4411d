package org.silkthread.server.indicators.web.api;

import java.util.List;
import java.util.stream.Stream;

/** A reply that can also be read as lines of comma-separated values. */
interface CsvRows {

    /** The names of the columns, in an order that never changes. */
    List<String> columns();

    /** The lines below the heading. */
    Stream<List<String>> rows();
}
