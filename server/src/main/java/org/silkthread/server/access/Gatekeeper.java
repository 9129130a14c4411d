package org.silkthread.server.access;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;

/** Asks the policy about whoever makes this request. */
@Component
public class Gatekeeper {

    private final CurrentUser user;
    private final Clock clock;

    Gatekeeper(CurrentUser user, Clock clock) {
        this.user = user;
        this.clock = clock;
    }

    /** What the policy says. */
    public Decision decide(Action action, Resource resource, Set<Relationship> relationships, Purpose purpose) {
        return Policy.decide(
                new Policy.Question(user.find(), action, resource, relationships, purpose, clock.instant()));
    }

    /** Whether the caller may do this to something that belongs to no person. */
    public boolean allows(Action action, Resource resource) {
        return decide(action, resource, Set.of(), action.purpose()).isAllowed();
    }

    /**
     * The caller, who may do this to something that belongs to no person.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in; the reader is sent to the sign-in page
     * @throws AccessDeniedException if the policy refuses; the reader sees that the page is not theirs
     */
    public SignedIn require(Action action, Resource resource) {
        return require(action, resource, Set.of(), action.purpose());
    }

    /**
     * The caller, who may do this to a part of a person's record.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in; the reader is sent to the sign-in page
     * @throws AccessDeniedException if the policy refuses; the reader sees that the page is not theirs
     */
    public SignedIn require(Action action, Resource resource, Set<Relationship> relationships, Purpose purpose) {
        return admitted(decide(action, resource, relationships, purpose));
    }

    /**
     * The caller, if there is anything at all that they may do this with.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in; the reader is sent to the sign-in page
     * @throws AccessDeniedException if the policy refuses; the reader sees that the page is not theirs
     */
    public SignedIn requireAtAll(Action action) {
        return admitted(Policy.atAll(user.find(), action));
    }

    private SignedIn admitted(Decision decision) {
        SignedIn person = user.require();
        return switch (decision) {
            case Decision.Allowed allowed -> person;
            case Decision.Refused(String why) -> throw new AccessDeniedException(why);
        };
    }

    /** The caller, if somebody is signed in. */
    public Optional<SignedIn> caller() {
        return user.find();
    }
}
