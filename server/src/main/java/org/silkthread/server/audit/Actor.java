package org.silkthread.server.audit;

/** Who did it. */
public sealed interface Actor {

    /**
     * Somebody who is signed in.
     *
     * @param username the name they sign in with
     * @param name the name people know them by
     * @param role the role or roles they acted in
     * @param organisation the code or codes of the organisation they acted for; empty when none applies
     */
    record Person(String username, String name, String role, String organisation) implements Actor {}

    /**
     * The system itself, at work on its own.
     *
     * @param name what runs, such as {@code import nhs-ae-monthly}
     */
    record SystemJob(String name) implements Actor {}

    /** A member of the public who is not signed in. */
    record Visitor() implements Actor {}
}
