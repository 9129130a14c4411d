package org.silkthread.measure.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.silkthread.measure.model.FhirModel;

/** Sorts the rows of a partition by patient, drops older versions, and writes them as a segment file. */
final class SegmentWriter {

    private final FhirModel model;
    private final byte[] bytes;
    private final Repetitions repetitions;
    private final Transcoder transcoder;
    private final List<SpillRow> rows;
    private final ByteOutput out = new ByteOutput(1 << 16);
    private final ByteOutput block = new ByteOutput(1 << 12);
    private final ByteOutput blocks = new ByteOutput(1 << 14);
    private final ByteOutput column = new ByteOutput(1 << 12);
    private final Map<String, Long> resources = new TreeMap<>();
    private final long replaced;

    /** What was written. */
    record Written(int entries, Map<String, Long> resources, long bytes, long replaced) {}

    SegmentWriter(FhirModel model, byte[] bytes, int length) {
        this.model = model;
        this.bytes = bytes;
        this.repetitions = new Repetitions(bytes);
        this.transcoder = new Transcoder(model, bytes, repetitions);
        RowVersions versions = new RowVersions(model, bytes);
        this.rows = versions.newest(sorted(bytes, length));
        this.replaced = versions.replaced();
    }

    private static List<SpillRow> sorted(byte[] source, int length) {
        List<SpillRow> all = new ArrayList<>();
        for (int at = 0; at < length; at = all.getLast().end()) {
            all.add(SpillRow.at(source, at));
        }
        all.sort(SpillRow.ORDER);
        return all;
    }

    Written write(Path file) throws IOException {
        List<List<SpillRow>> owners = owners();
        noteRepetitions(owners);
        SegmentLayout.Sections sections = new SegmentLayout.Sections();
        out.putLong(SegmentLayout.MAGIC);
        sections.dictionary = out.size();
        int[] entries = dictionary();
        sections.dictionaryOffsets = out.size();
        sections.dictionaryCount = entries.length;
        for (int entry : entries) {
            out.putInt(entry);
        }
        int[] records = new int[owners.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = out.size();
            record(owners.get(i));
        }
        sections.recordOffsets = out.size();
        sections.recordCount = records.length;
        for (int record : records) {
            out.putInt(record);
        }
        sections.hashes = out.size();
        for (List<SpillRow> owner : owners) {
            out.putLong(owner.getFirst().hash());
        }
        sections.append(out);
        save(file);
        return new Written(records.length, resources, out.size(), replaced);
    }

    private void save(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(out.array(), 0, out.size());
        out.putInt((int) checksum.getValue());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Spill.writeFully(channel, out.array(), out.size());
            channel.force(true);
        }
    }

    private List<List<SpillRow>> owners() {
        List<List<SpillRow>> owners = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || !rows.get(to).sameOwner(rows.get(from))) {
                owners.add(rows.subList(from, to));
                from = to;
            }
        }
        return owners;
    }

    private void noteRepetitions(List<List<SpillRow>> owners) {
        ByteInput in = new ByteInput(bytes, 0);
        int idSlot = 0;
        for (int patient = 0; patient < owners.size(); patient++) {
            for (SpillRow row : owners.get(patient)) {
                transcoder.owner(row.ownerFrom(), row.ownerLength(), (type, from, length) -> -1);
                in.position(row.referencesFrom());
                for (int left = in.getVar(); left > 0; left--) {
                    in.position(transcoder.note(in.position(), patient));
                }
                in.position(row.slotsFrom());
                int filled = in.getVar();
                for (int i = 0; i < filled; i++) {
                    int slot = in.getVar();
                    int at = in.position();
                    // Ids are as good as always new.
                    in.position(slot == idSlot ? transcoder.end(at) : transcoder.noteAndMark(at, patient));
                }
            }
        }
    }

    private int[] dictionary() {
        int[] positions = repetitions.number();
        int[] offsets = new int[positions.length];
        transcoder.noOwner();
        int start = out.size();
        for (int i = 0; i < positions.length; i++) {
            offsets[i] = out.size() - start;
            transcoder.copyEntry(positions[i], out);
        }
        return offsets;
    }

    /** Owner, shared references, a directory of types, and for each type its columns. */
    private void record(List<SpillRow> owner) {
        SpillRow first = owner.getFirst();
        out.putVar(first.ownerLength());
        out.put(bytes, first.ownerFrom(), first.ownerLength());
        Rows ownRows = new Rows(bytes, owner);
        transcoder.owner(first.ownerFrom(), first.ownerLength(), ownRows);
        references(owner, ownRows);
        block.clear();
        blocks.clear();
        int types = 0;
        for (int from = 0; from < owner.size(); ) {
            int to = from + 1;
            while (to < owner.size() && owner.get(to).type() == owner.get(from).type()) {
                to++;
            }
            int before = blocks.size();
            new ColumnWriter(model, bytes, transcoder, column).write(owner.subList(from, to), blocks);
            int type = owner.get(from).type();
            block.putVar(type);
            block.putVar(to - from);
            block.putVar(blocks.size() - before);
            resources.merge(model.types().get(type).name(), (long) (to - from), Long::sum);
            types++;
            from = to;
        }
        out.putVar(types);
        out.put(block.array(), 0, block.size());
        out.put(blocks.array(), 0, blocks.size());
    }

    /** Shared resources that the patient's refer to, those aside that it has itself: number, length, values. */
    private void references(List<SpillRow> owner, Rows ownRows) {
        TreeMap<String, Integer> places = new TreeMap<>();
        for (SpillRow row : owner) {
            ByteInput in = new ByteInput(bytes, row.referencesFrom());
            for (int left = in.getVar(); left > 0; left--) {
                int at = in.position();
                String key = in.utf8(Encoding.argument(in.getVar()));
                int slash = key.indexOf('/');
                int idLength = key.substring(slash + 1).getBytes(StandardCharsets.UTF_8).length;
                int type = model.required(key.substring(0, slash)).number();
                if (ownRows.row(type, in.position() - idLength, idLength) < 0) {
                    places.putIfAbsent(key, at);
                }
            }
        }
        out.putVar(places.size());
        if (!places.isEmpty()) {
            column.clear();
            places.values().forEach(at -> transcoder.copy(at, column));
            out.putVar(column.size());
            out.put(column.array(), 0, column.size());
        }
    }

    /** Rows of one record, found by type and id. */
    private record Rows(byte[] bytes, List<SpillRow> rows) implements Transcoder.RowFinder {

        @Override
        public int row(int type, int idFrom, int idLength) {
            int low = 0;
            int high = rows.size() - 1;
            while (low <= high) {
                int middle = low + high >>> 1;
                SpillRow row = rows.get(middle);
                int order = Integer.compare(row.type(), type);
                order = order != 0
                        ? order
                        : Arrays.compareUnsigned(
                                bytes, row.idFrom(), row.idFrom() + row.idLength(), bytes, idFrom, idFrom + idLength);
                if (order == 0) {
                    return middle - firstOfType(type, middle);
                } else if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -1;
        }

        private int firstOfType(int type, int at) {
            int low = 0;
            int high = at;
            while (low < high) {
                int middle = low + high >>> 1;
                if (rows.get(middle).type() < type) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
