package org.silkthread.server.indicators.reading;

import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Component;

/** For whom the page at hand is made: everybody, or somebody who sees their own organisations' counts as well. */
@Component
public class Reader {

    private final CurrentUser currentUser;

    Reader(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** The audience of this request. */
    public Audience audience() {
        return currentUser
                .find()
                .map(SignedIn::organisations)
                .<Audience>map(Audience.Members::new)
                .orElseGet(Audience::everyone);
    }

    /** Whether the page may show more than everybody may see. */
    public boolean isSignedIn() {
        return currentUser.find().isPresent();
    }
}
