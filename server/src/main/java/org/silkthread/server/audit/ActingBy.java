package org.silkthread.server.audit;

import java.util.Optional;

/**
 * Knows by what means the actor of this moment acts, when it is not in person: a program with an access token, say. The
 * room that knows it implements this, and the trail adds it to the detail of what the actor does.
 */
public interface ActingBy {

    /** The means in words, such as {@code by the token "nightly upload"}; empty when the actor is there in person. */
    Optional<String> words();
}
