package org.silkthread.server.operations.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A checksum of rows that does not depend on their order, because a table has none: the sum of the rows' SHA-256, as four
 * numbers of 64 bits.
 */
public final class RowDigest {

    private static final int PARTS = 4;

    private final MessageDigest digest = Sha256.start();
    private final long[] sums = new long[PARTS];
    private long rows;

    /** Takes in one row. */
    public void add(byte[] row) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row));
        for (int i = 0; i < PARTS; i++) {
            sums[i] += hash.getLong();
        }
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** In hexadecimal. */
    public String hex() {
        ByteBuffer out = ByteBuffer.allocate(PARTS * Long.BYTES);
        for (long sum : sums) {
            out.putLong(sum);
        }
        return HexFormat.of().formatHex(out.array());
    }
}
