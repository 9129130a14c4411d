package org.silkthread.server.access.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silkthread.server.Browser;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.springframework.core.env.Environment;

/**
 * Somebody who tries what they may do.
 *
 * @param name who that is, in words
 * @param person the holder of the account; empty for a stranger
 */
record Caller(String name, Optional<SignedIn> person, Browser browser) {

    private static final String PASSWORD = "seventeen blue kettles sing";

    /** A stranger, somebody without a post, and somebody for each role at the organisation. */
    static List<Caller> everybody(Environment environment, Accounts accounts, String organisation) {
        List<Caller> callers = new ArrayList<>();
        callers.add(new Caller("a stranger", Optional.empty(), Browser.of(environment)));
        callers.add(holding("nobody's post", Set.of(), environment, accounts));
        for (Role role : Role.values()) {
            callers.add(holding(role.label(), Set.of(new Post(role, organisation)), environment, accounts));
        }
        return callers;
    }

    /** Somebody who has signed in and holds these posts. */
    static Caller holding(String name, Set<Post> posts, Environment environment, Accounts accounts) {
        String username = "caller-" + UUID.randomUUID();
        accounts.create(username, "Calling Person", PASSWORD, posts, new Actor.SystemJob("test"));
        return new Caller(name, accounts.find(username), Browser.of(environment).signIn(username, PASSWORD));
    }
}
