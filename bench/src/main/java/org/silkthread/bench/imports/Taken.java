package org.silkthread.bench.imports;

/**
 * A file that was taken in.
 *
 * @param rows rows read
 * @param written rows that were new or changed
 * @param seconds from the call to the end of its transaction
 * @param cpuSeconds processor time of the program and its database
 * @param programMiB the most resident memory of the Java process meanwhile
 * @param databaseMiB memory of the database's processes afterwards
 */
record Taken(long rows, long written, double seconds, double cpuSeconds, double programMiB, double databaseMiB) {

    /** Both, one after the other. */
    Taken plus(Taken next) {
        return new Taken(
                rows + next.rows,
                written + next.written,
                seconds + next.seconds,
                cpuSeconds + next.cpuSeconds,
                Math.max(programMiB, next.programMiB),
                Math.max(databaseMiB, next.databaseMiB));
    }
}
