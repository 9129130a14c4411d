package org.silkthread.server.web;

import java.util.Optional;
import org.silkthread.server.web.component.PageLink;

/** What the frame of a page shows of the person who is signed in. The principal of a signed-in session implements it. */
public interface SignedInPerson {

    /** The person's name as they wish to read it. */
    String displayName();

    /** The page where their work starts, such as a provider's home; empty when they have none. */
    Optional<PageLink> workplace();

    /** When they are signed out if they use no other page; empty where that is not known. */
    default Optional<SessionEnd> sessionEnd() {
        return Optional.empty();
    }
}
