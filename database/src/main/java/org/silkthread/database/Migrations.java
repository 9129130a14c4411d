package org.silkthread.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database to the schema of this version. */
public final class Migrations {

    /** The role that the application works as: it owns nothing, so row-level security holds for it. */
    public static final String APPLICATION_ROLE = "silkthread_application";

    private Migrations() {}

    /**
     * Applies the migrations that the database does not have yet, in order, each in a transaction.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration that was applied has changed since, or one fails
     */
    public static void apply(DatabaseAddress address) {
        configured(address).load().migrate();
    }

    /**
     * The same, up to a version: the schema that an earlier version of the program worked with.
     *
     * @throws org.flywaydb.core.api.FlywayException if there is no such version
     */
    public static void apply(DatabaseAddress address, String version) {
        configured(address).target(version).load().migrate();
    }

    private static FluentConfiguration configured(DatabaseAddress address) {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .defaultSchema("public");
    }
}
