package org.silkthread.server.audit.store;

import java.security.MessageDigest;

/**
 * The place in the chain that the next entry hangs on.
 *
 * @param sequence 0 before the first entry
 * @param hash 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by isFollowedBy alone.
record Link(long sequence, byte[] hash) {

    /** Before the first entry: 32 zero bytes. */
    static final Link START = new Link(0, new byte[32]);

    boolean isFollowedBy(byte[] stated) {
        return MessageDigest.isEqual(hash, stated);
    }
}
