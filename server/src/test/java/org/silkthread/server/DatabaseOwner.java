package org.silkthread.server;

import org.jooq.DSLContext;
import org.silkthread.database.Migrations;

/** Somebody with all rights over the database, for tests of what then still tells. */
public final class DatabaseOwner {

    private DatabaseOwner() {}

    /** Executes a statement that the application itself may not. */
    public static void execute(DSLContext sql, String statement) {
        sql.execute("reset role; " + statement + "; set role " + Migrations.APPLICATION_ROLE);
    }
}
