package org.silkthread.measure.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;

/** What one segment has of a patient: columns of bytes, decoded a type at a time when they are asked for. */
final class StoredPart implements StoredReader.RecordContext {

    private static final int ID_SLOT = 0;

    private final StructureType[] types;
    private final ByteInput in;
    private final StoredReader reader;
    private final String owner;
    private final int references;
    private final int[] typeNumbers;
    private final int[] counts;
    private final int[] places;
    private final @Nullable String[] @Nullable [] ids;

    StoredPart(StructureType[] types, byte[] bytes, Dictionary dictionary) {
        this.types = types;
        this.in = new ByteInput(bytes, 0);
        this.reader = new StoredReader(types, dictionary, this);
        this.owner = in.getText();
        this.references = in.position();
        if (in.getVar() > 0) {
            in.skip(in.getVar());
        }
        int size = in.getVar();
        this.typeNumbers = new int[size];
        this.counts = new int[size];
        this.places = new int[size];
        this.ids = new String[size][];
        for (int i = 0; i < size; i++) {
            typeNumbers[i] = in.getVar();
            counts[i] = in.getVar();
            places[i] = in.getVar();
        }
        int place = in.position();
        for (int i = 0; i < size; i++) {
            int length = places[i];
            places[i] = place;
            place += length;
        }
    }

    @Override
    public String owner() {
        return owner;
    }

    /** The {@code Type/id} of the shared resources that the patient's refer to. */
    String[] references() {
        in.position(references);
        String[] keys = new String[in.getVar()];
        if (keys.length > 0) {
            in.getVar();
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] = reader.text(in);
        }
        return keys;
    }

    boolean has(int type) {
        return entry(type) >= 0;
    }

    /** Numbers of the types that it has resources of. */
    int[] typeNumbers() {
        return typeNumbers;
    }

    int count(int type) {
        int entry = entry(type);
        return entry < 0 ? 0 : counts[entry];
    }

    private int entry(int type) {
        for (int i = 0; i < typeNumbers.length; i++) {
            if (typeNumbers[i] == type) {
                return i;
            }
        }
        return -1;
    }

    /** The resources of a type with the slots that are wanted; null when it has none. */
    Structure @Nullable [] resources(int type, boolean[] wanted) {
        int entry = entry(type);
        if (entry < 0) {
            return null;
        }
        int count = counts[entry];
        StructureType structureType = types[type];
        @Nullable Object[][] rows = new Object[count][wanted.length];
        in.position(places[entry]);
        for (int columns = in.getVar(); columns > 0; columns--) {
            int head = in.getVar();
            int length = in.getVar();
            int next = in.position() + length;
            int slot = head >>> 2;
            if (wanted[slot]) {
                column(head, slot, rows);
            }
            in.position(next);
        }
        Structure[] resources = new Structure[count];
        for (int row = 0; row < count; row++) {
            resources[row] = new Structure(structureType, rows[row]);
        }
        return resources;
    }

    private void column(int head, int slot, @Nullable Object[][] rows) {
        boolean constant = (head & ColumnWriter.CONSTANT) != 0;
        if ((head & ColumnWriter.SPARSE) == 0) {
            Object value = reader.value(in);
            rows[0][slot] = value;
            for (int row = 1; row < rows.length; row++) {
                rows[row][slot] = constant ? value : reader.value(in);
            }
            return;
        }
        int bits = in.position();
        byte[] bytes = in.array();
        in.skip((rows.length + Byte.SIZE - 1) / Byte.SIZE);
        @Nullable Object value = null;
        for (int row = 0; row < rows.length; row++) {
            if ((bytes[bits + (row >>> 3)] >>> (row & 7) & 1) != 0) {
                value = constant && value != null ? value : reader.value(in);
                rows[row][slot] = value;
            }
        }
    }

    @Override
    public String rowId(int type, int row) {
        int entry = entry(type);
        @Nullable String[] known = ids[entry];
        if (known == null) {
            known = decodedIds(entry);
            ids[entry] = known;
        }
        String id = known[row];
        return id == null ? "" : id;
    }

    private @Nullable String[] decodedIds(int entry) {
        int before = in.position();
        @Nullable Object[][] rows = new Object[counts[entry]][1];
        in.position(places[entry]);
        int columns = in.getVar();
        int head = in.getVar();
        in.getVar();
        if (columns > 0 && head >>> 2 == ID_SLOT) {
            column(head, ID_SLOT, rows);
        }
        in.position(before);
        @Nullable String[] decoded = new String[rows.length];
        Arrays.setAll(decoded, row -> rows[row][ID_SLOT] instanceof String id ? id : null);
        return decoded;
    }

    static List<Structure> list(Structure @Nullable [] resources) {
        return resources == null ? List.of() : Arrays.asList(resources);
    }
}
