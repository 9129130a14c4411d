package org.silkthread.server.keys;

import java.util.List;

/**
 * A key with those that it replaced. Whoever keeps keys of another sort offers them as a bean of this type, and they are
 * listed and rotated with all others.
 */
public interface KeyRing {

    /** A short name, such as {@code cuts}. */
    String name();

    /** What the key is for, in words that follow its name: "signs data cuts". */
    String use();

    /** The key in use and the replaced ones that still verify, newest first; empty before the first use. */
    List<KnownKey> keys();

    /**
     * Makes a new key. What the old one signed can still be verified; nothing is signed with it any more.
     *
     * @return the new key
     */
    KnownKey rotate();
}
