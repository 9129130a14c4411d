package org.silkthread.measure.store;

import java.util.List;
import org.silkthread.measure.model.FhirModel;

/**
 * Writes the rows of one type of one patient as columns: for each element that any row has, its slot and whether all rows
 * have it and whether all have the same, its length in bytes, and the values.
 */
final class ColumnWriter {

    /** One value for all rows that have the element. */
    static final int CONSTANT = 1;
    /** Not all rows have the element; a bit for each row comes first. */
    static final int SPARSE = 2;

    private final FhirModel model;
    private final byte[] bytes;
    private final Transcoder transcoder;
    private final ByteOutput column;

    ColumnWriter(FhirModel model, byte[] bytes, Transcoder transcoder, ByteOutput column) {
        this.model = model;
        this.bytes = bytes;
        this.transcoder = transcoder;
        this.column = column;
    }

    void write(List<SpillRow> rows, ByteOutput to) {
        int slots = model.types().get(rows.getFirst().type()).elements().size();
        int count = rows.size();
        // Where each value of each slot begins, by slot and row; 0 for absent (a row begins later than that).
        int[] places = new int[slots * count];
        int filledSlots = places(rows, places);
        to.putVar(filledSlots);
        for (int slot = 0; slot < slots; slot++) {
            int present = 0;
            for (int row = 0; row < count; row++) {
                present += places[slot * count + row] == 0 ? 0 : 1;
            }
            if (present > 0) {
                column(places, slot * count, count, present, slot, to);
            }
        }
    }

    private int places(List<SpillRow> rows, int[] places) {
        ByteInput in = new ByteInput(bytes, 0);
        int filledSlots = 0;
        int count = rows.size();
        boolean[] seen = new boolean[places.length / count];
        for (int row = 0; row < count; row++) {
            in.position(rows.get(row).slotsFrom());
            int filled = in.getVar();
            for (int i = 0; i < filled; i++) {
                int slot = in.getVar();
                places[slot * count + row] = in.position();
                filledSlots += seen[slot] ? 0 : 1;
                seen[slot] = true;
                in.position(transcoder.end(in.position()));
            }
        }
        return filledSlots;
    }

    private void column(int[] places, int from, int count, int present, int slot, ByteOutput to) {
        boolean constant = present > 1 && constant(places, from, count);
        boolean sparse = present < count;
        column.clear();
        if (sparse) {
            bits(places, from, count);
        }
        for (int row = 0; row < count; row++) {
            int at = places[from + row];
            if (at != 0) {
                transcoder.copy(at, column);
                if (constant) {
                    break;
                }
            }
        }
        to.putVar((long) slot << 2 | (sparse ? SPARSE : 0) | (constant ? CONSTANT : 0));
        to.putVar(column.size());
        to.put(column.array(), 0, column.size());
    }

    private void bits(int[] places, int from, int count) {
        for (int row = 0; row < count; row += Byte.SIZE) {
            int bits = 0;
            for (int bit = 0; bit < Byte.SIZE && row + bit < count; bit++) {
                bits |= places[from + row + bit] == 0 ? 0 : 1 << bit;
            }
            column.put(bits);
        }
    }

    private boolean constant(int[] places, int from, int count) {
        int first = 0;
        for (int row = 0; row < count; row++) {
            int at = places[from + row];
            if (at != 0 && first == 0) {
                first = at;
            } else if (at != 0 && !transcoder.same(first, at)) {
                return false;
            }
        }
        return true;
    }
}
