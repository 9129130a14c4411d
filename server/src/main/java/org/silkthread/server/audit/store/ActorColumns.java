package org.silkthread.server.audit.store;

import org.silkthread.server.audit.Actor;

/** An actor as five columns; those that do not apply are empty. */
record ActorColumns(String kind, String id, String name, String role, String organisation) {

    static final String PERSON = "person";
    private static final String SYSTEM_JOB = "system-job";
    private static final String VISITOR = "visitor";

    static ActorColumns of(Actor actor) {
        return switch (actor) {
            case Actor.Person(String username, String name, String role, String organisation) ->
                new ActorColumns(PERSON, username, name, role, organisation);
            case Actor.SystemJob(String name) -> new ActorColumns(SYSTEM_JOB, name, "", "", "");
            case Actor.Visitor() -> new ActorColumns(VISITOR, "", "", "", "");
        };
    }

    Actor actor() {
        return switch (kind) {
            case PERSON -> new Actor.Person(id, name, role, organisation);
            case SYSTEM_JOB -> new Actor.SystemJob(id);
            case VISITOR -> new Actor.Visitor();
            default -> throw new IllegalStateException("Unknown kind of actor: " + kind);
        };
    }
}
