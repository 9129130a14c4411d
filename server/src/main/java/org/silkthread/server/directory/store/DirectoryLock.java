package org.silkthread.server.directory.store;

import static org.jooq.impl.DSL.inline;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Lets one transaction at a time change the directory, because each compares all of its file with all that is known. */
final class DirectoryLock {

    /** "directry" in ASCII. */
    private static final long KEY = 0x6469726563747279L;

    private DirectoryLock() {}

    /** Waits for the lock and holds it until the transaction ends. */
    static void take(DSLContext database) {
        database.select(DSL.function("pg_advisory_xact_lock", Object.class, inline(KEY)))
                .execute();
    }
}
