package org.silkthread.server.access;

/** What the policy says to somebody who wants to do something. */
public sealed interface Decision {

    /**
     * They may.
     *
     * @param because the ground, in words that the person and a reviewer understand
     */
    record Allowed(String because) implements Decision {}

    /**
     * They may not.
     *
     * @param why what is missing, in words that name no person
     */
    record Refused(String why) implements Decision {}

    default boolean isAllowed() {
        return switch (this) {
            case Allowed allowed -> true;
            case Refused refused -> false;
        };
    }
}
