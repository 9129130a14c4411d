package org.silkthread.measure.store;

/**
 * A segment file: a magic number; dictionary entries and their offsets; records and their offsets; hashes of the records'
 * ids; the positions of all these; and a CRC-32C of everything before it.
 */
final class SegmentLayout {

    /** "SILKSEG" and the number of the format. */
    static final long MAGIC = 0x01_47_45_53_4B_4C_49_53L;

    /** Seven numbers of four bytes and the checksum. */
    static final int FOOTER = 7 * Integer.BYTES;

    private SegmentLayout() {}

    /** Where the parts of a segment begin. */
    static final class Sections {
        int dictionary;
        int dictionaryOffsets;
        int dictionaryCount;
        int recordOffsets;
        int recordCount;
        int hashes;

        void append(ByteOutput out) {
            out.putInt(dictionary);
            out.putInt(dictionaryOffsets);
            out.putInt(dictionaryCount);
            out.putInt(recordOffsets);
            out.putInt(recordCount);
            out.putInt(hashes);
        }

        static Sections read(ByteInput in) {
            Sections sections = new Sections();
            sections.dictionary = in.getInt();
            sections.dictionaryOffsets = in.getInt();
            sections.dictionaryCount = in.getInt();
            sections.recordOffsets = in.getInt();
            sections.recordCount = in.getInt();
            sections.hashes = in.getInt();
            return sections;
        }
    }
}
