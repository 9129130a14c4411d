package org.silkthread.bench.imports;

import java.nio.file.Path;

/**
 * One file to take in, and what it shows.
 *
 * @param title what it shows, for the table; empty when it only prepares for the next
 * @param kind the kind of file, as on the command line
 * @param file the file
 */
record Step(String title, String kind, Path file) {

    /** Prepares for the steps after it and is not reported. */
    static Step preparing(String kind, Path file) {
        return new Step("", kind, file);
    }

    boolean isReported() {
        return !title.isEmpty();
    }
}
