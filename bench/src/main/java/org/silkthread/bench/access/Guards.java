package org.silkthread.bench.access;

/**
 * What of the protection is at work.
 *
 * @param authorisation the route's judgement, the caller's posts and relationships read anew, and row-level security
 * @param audit the entry in the record of accesses
 */
record Guards(boolean authorisation, boolean audit) {

    static final Guards ALL = new Guards(true, true);

    String words() {
        if (authorisation) {
            return audit ? "both on" : "audit off";
        }
        return audit ? "authorisation off" : "both off";
    }
}
