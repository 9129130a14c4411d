package org.silkthread.server.identity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.web.SignedInPerson;
import org.silkthread.server.web.component.PageLink;

/**
 * Somebody who is signed in, with the posts they hold at this moment.
 *
 * @param username the name they sign in with
 * @param name the name people know them by
 */
public record SignedIn(String username, String name, Set<Post> posts) implements SignedInPerson {

    public SignedIn {
        posts = Set.copyOf(posts);
    }

    @Override
    public String displayName() {
        return name;
    }

    /** The first of the homes of their roles. */
    @Override
    public Optional<PageLink> workplace() {
        if (holds(Role.QUALITY_LEAD) || holds(Role.ACCOUNTABLE_OFFICER) || holds(Role.CLINICIAN)) {
            return Optional.of(PageLink.to("Your organisation", "/provider"));
        }
        if (holds(Role.COMMISSIONER)) {
            return Optional.of(PageLink.to("Your contracts", "/commissioner"));
        }
        if (holds(Role.REGULATOR)) {
            return Optional.of(PageLink.to("Your validations", "/regulator"));
        }
        if (holds(Role.ANALYST) || holds(Role.NATIONAL)) {
            return Optional.of(PageLink.to("Your calculations", "/analyst"));
        }
        if (holds(Role.ACCESS_ADMINISTRATOR)) {
            return Optional.of(PageLink.to("People and posts", "/people"));
        }
        if (holds(Role.OPERATOR)) {
            return Optional.of(PageLink.to("Feeds of messages", "/feeds"));
        }
        return Optional.of(PageLink.to("Your account", "/me"));
    }

    /** Whether they hold the role at any organisation. */
    public boolean holds(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    public boolean holds(Role role, String organisation) {
        return posts.contains(new Post(role, organisation));
    }

    /** The codes of all organisations where they hold a post. */
    public Set<String> organisations() {
        return posts.stream().map(Post::organisation).collect(toUnmodifiableSet());
    }

    /** The codes of the organisations where they hold this role. */
    public Set<String> organisations(Role role) {
        return posts.stream()
                .filter(post -> post.role() == role)
                .map(Post::organisation)
                .collect(toUnmodifiableSet());
    }

    /** This person as the audit trail names them, with every role and organisation they hold. */
    public Actor.Person actor() {
        return new Actor.Person(username, name, each(post -> post.role().label()), each(Post::organisation));
    }

    private String each(Function<Post, String> part) {
        return posts.stream().map(part).distinct().sorted().collect(joining(" "));
    }
}
