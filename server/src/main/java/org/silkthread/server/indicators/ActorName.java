package org.silkthread.server.indicators;

import org.silkthread.server.audit.Actor;

/** How an actor is named in what is kept and shown. */
final class ActorName {

    private ActorName() {}

    static String of(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.name();
            case Actor.SystemJob job -> job.name();
            case Actor.Visitor visitor -> "visitor";
        };
    }
}
