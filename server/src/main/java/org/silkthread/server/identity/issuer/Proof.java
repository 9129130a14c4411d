package org.silkthread.server.identity.issuer;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far somebody has come in proving to the issuer who they are. It lives in the session under a name of its own until
 * the application's session begins, and opens nothing but the way there.
 *
 * @param methods what they proved it with
 * @param at when the first of it was proved
 * @param complete whether the issuer is satisfied
 * @param failures how many wrong codes were tried since the password
 */
public record Proof(String username, Set<Method> methods, Instant at, boolean complete, int failures)
        implements Serializable {

    /** After so many wrong codes the password is asked again. */
    public static final int MOST_FAILURES = 5;

    public Proof {
        methods = Set.copyOf(methods);
    }

    /** The first step. */
    public static Proof by(Method method, String username, Instant at) {
        return new Proof(username, Set.of(method), at, false, 0);
    }

    public Proof and(Method method) {
        EnumSet<Method> more = EnumSet.copyOf(methods);
        more.add(method);
        return new Proof(username, more, at, complete, 0);
    }

    /** The issuer asks for no more. */
    public Proof completed() {
        return new Proof(username, methods, at, true, failures);
    }

    public Proof failedOnce() {
        return new Proof(username, methods, at, complete, failures + 1);
    }

    /** Whether a password alone is not all: a second method, or a passkey, which is two in one. */
    public boolean hasSecondFactor() {
        return methods.size() > 1 || methods.contains(Method.PASSKEY);
    }

    /** The {@code amr} claim of the statement. */
    public List<String> references() {
        Stream<String> named =
                methods.stream().map(Method::reference).distinct().sorted();
        return hasSecondFactor() ? Stream.concat(named, Stream.of("mfa")).toList() : named.toList();
    }
}
