package org.silkthread.measure.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.Interner;

/** A segment file, mapped into memory. May be used by several threads; each makes its own {@link Dictionary}. */
final class Segment {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int SMALLEST = Long.BYTES + SegmentLayout.FOOTER;

    private final Path file;
    private final MemorySegment memory;
    private final SegmentLayout.Sections sections;
    private volatile boolean verified;

    private Segment(Path file, MemorySegment memory) {
        this.file = file;
        this.memory = memory;
        long footer = memory.byteSize() - SegmentLayout.FOOTER;
        byte[] numbers = memory.asSlice(footer, SegmentLayout.FOOTER).toArray(ValueLayout.JAVA_BYTE);
        this.sections = SegmentLayout.Sections.read(new ByteInput(numbers, 0));
    }

    static Segment open(Path file, long expectedBytes, Arena arena) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != expectedBytes || channel.size() < SMALLEST) {
                throw new DamagedStoreException(
                        file + " has " + channel.size() + " bytes, not the " + expectedBytes + " that were written");
            }
            MemorySegment memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (memory.get(LONG, 0) != SegmentLayout.MAGIC) {
                throw new DamagedStoreException(file + " is no segment of this version of the store");
            }
            return new Segment(file, memory);
        } catch (IOException e) {
            throw new DamagedStoreException(file + " cannot be read", e);
        }
    }

    /** The checksum that was written with the content. */
    int checksum() {
        return memory.get(INT, memory.byteSize() - Integer.BYTES);
    }

    /** Compares the content with its checksum, once. */
    void verify() {
        if (verified) {
            return;
        }
        long end = memory.byteSize() - Integer.BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(memory.asSlice(0, end).asByteBuffer());
        if ((int) checksum.getValue() != checksum()) {
            throw new DamagedStoreException(file + " is damaged: its checksum is not the one written");
        }
        verified = true;
    }

    /** Gives its pages back: they are read again when somebody asks, so that memory does not grow with what was read. */
    void release() {
        memory.unload();
    }

    Dictionary dictionary(StructureType[] types, Interner interner) {
        int length = sections.dictionaryOffsets - sections.dictionary;
        byte[] bytes = memory.asSlice(sections.dictionary, length).toArray(ValueLayout.JAVA_BYTE);
        int[] offsets = new int[sections.dictionaryCount];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = memory.get(INT, sections.dictionaryOffsets + (long) i * Integer.BYTES);
        }
        return new Dictionary(types, bytes, offsets, interner);
    }

    int records() {
        return sections.recordCount;
    }

    long hash(int record) {
        return memory.get(LONG, sections.hashes + (long) record * Long.BYTES);
    }

    /** The bytes of a record, from its id on. */
    byte[] record(int record) {
        int from = offset(record);
        int to = record + 1 < sections.recordCount ? offset(record + 1) : sections.recordOffsets;
        byte[] bytes = new byte[to - from];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
        return bytes;
    }

    private int offset(int record) {
        return memory.get(INT, sections.recordOffsets + (long) record * Integer.BYTES);
    }

    /** The first record whose hash is not below a bound; the number of records when all are. */
    int firstFrom(long bound) {
        int low = 0;
        int high = sections.recordCount;
        while (low < high) {
            int middle = low + high >>> 1;
            if (Long.compareUnsigned(hash(middle), bound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The record of an id, or -1. */
    int find(String id, long hash) {
        for (int record = firstFrom(hash); record < sections.recordCount && hash(record) == hash; record++) {
            if (new ByteInput(record(record), 0).getText().equals(id)) {
                return record;
            }
        }
        return -1;
    }
}
