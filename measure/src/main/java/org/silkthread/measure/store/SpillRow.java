package org.silkthread.measure.store;

import java.util.Arrays;
import java.util.Comparator;

/**
 * One resource on its way into a segment, as it lies in a spill file: owner, type, id, version, the shared resources that
 * it refers to, and its slots in plain form.
 *
 * @param hash of the owner
 * @param version milliseconds of {@code meta.lastUpdated}, Long.MIN_VALUE when it has none
 */
record SpillRow(
        byte[] bytes,
        long hash,
        int ownerFrom,
        int ownerLength,
        int type,
        int idFrom,
        int idLength,
        long version,
        int referencesFrom,
        int slotsFrom,
        int end) {

    /** Patient order; within a patient by type and id; of several versions of a resource the newest first. */
    static final Comparator<SpillRow> ORDER = SpillRow::compare;

    static SpillRow at(byte[] bytes, int from) {
        ByteInput in = new ByteInput(bytes, from);
        int end = in.getInt() + from;
        int ownerLength = in.getVar();
        int ownerFrom = in.position();
        in.skip(ownerLength);
        int type = in.getVar();
        int idLength = in.getVar();
        int idFrom = in.position();
        in.skip(idLength);
        long version = in.getLong();
        int references = in.position();
        for (int left = in.getVar(); left > 0; left--) {
            in.skip(Encoding.argument(in.getVar()));
        }
        return new SpillRow(
                bytes,
                Keys.hash(bytes, ownerFrom, ownerLength),
                ownerFrom,
                ownerLength,
                type,
                idFrom,
                idLength,
                version,
                references,
                in.position(),
                end);
    }

    boolean sameOwner(SpillRow that) {
        return hash == that.hash && compareOwners(this, that) == 0;
    }

    /** Whether both are versions of one resource; a resource without an id is never another. */
    boolean sameResource(SpillRow that) {
        return sameOwner(that) && type == that.type && idLength > 0 && compareIds(this, that) == 0;
    }

    /** Whether both say the same, byte for byte. */
    boolean sameContent(SpillRow that) {
        return Arrays.equals(bytes, slotsFrom, end, that.bytes, that.slotsFrom, that.end);
    }

    private static int compare(SpillRow a, SpillRow b) {
        int order = Long.compareUnsigned(a.hash, b.hash);
        order = order != 0 ? order : compareOwners(a, b);
        order = order != 0 ? order : Integer.compare(a.type, b.type);
        order = order != 0 ? order : compareIds(a, b);
        return order != 0 ? order : Long.compare(b.version, a.version);
    }

    private static int compareOwners(SpillRow a, SpillRow b) {
        return Arrays.compareUnsigned(
                a.bytes, a.ownerFrom, a.ownerFrom + a.ownerLength, b.bytes, b.ownerFrom, b.ownerFrom + b.ownerLength);
    }

    static int compareIds(SpillRow a, SpillRow b) {
        return Arrays.compareUnsigned(
                a.bytes, a.idFrom, a.idFrom + a.idLength, b.bytes, b.idFrom, b.idFrom + b.idLength);
    }
}
