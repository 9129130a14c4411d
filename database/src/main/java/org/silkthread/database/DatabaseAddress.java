package org.silkthread.database;

/**
 * Where a PostgreSQL database is and how to sign in to it.
 *
 * @param url a JDBC address, {@code jdbc:postgresql://host:port/name}
 * @param user the role to sign in as
 * @param password the role's password; never logged
 */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
