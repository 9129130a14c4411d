package org.silkthread.measure.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;

/** Copies values from the plain into the stored form, without making objects of them. Used by one thread. */
final class Transcoder {

    private static final byte[] PATIENT = {'P', 'a', 't', 'i', 'e', 'n', 't', '/'};
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_TYPE_NAME = 48;

    /** Stands in place of the header of a value that repeats an earlier one, whose entry follows in four bytes. */
    private static final byte REPEATED = (byte) Encoding.header(Encoding.SPECIAL, 0);

    private static final int REPEATED_LENGTH = 1 + Integer.BYTES;

    private final Map<String, Integer> typeNumbers;
    private final byte[] bytes;
    private final ByteInput in;
    private final Repetitions repetitions;
    private RowFinder rows = (type, from, length) -> -1;
    private int ownerFrom;
    private int ownerLength;
    private boolean owned;
    private int repeated = Repetitions.NEW;

    Transcoder(FhirModel model, byte[] bytes, Repetitions repetitions) {
        this.bytes = bytes;
        this.in = new ByteInput(bytes, 0);
        this.repetitions = repetitions;
        this.typeNumbers = model.types().stream()
                .filter(StructureType::resource)
                .collect(Collectors.toUnmodifiableMap(StructureType::name, StructureType::number));
    }

    /** Finds a row of the same record by its id; -1 when there is none. */
    interface RowFinder {
        int row(int type, int idFrom, int idLength);
    }

    /** What follows belongs to a patient, whose id lies in the bytes. */
    void owner(int from, int length, RowFinder finder) {
        ownerFrom = from;
        ownerLength = length;
        owned = true;
        rows = finder;
    }

    /** What follows belongs to no patient: a shared value. */
    void noOwner() {
        owned = false;
    }

    /** Where the value that begins at a position ends. */
    int end(int at) {
        if (bytes[at] == REPEATED) {
            return at + repetitions.length(entry(at));
        }
        in.position(at);
        int header = in.getVar();
        int argument = Encoding.argument(header);
        switch (Encoding.kind(header)) {
            case Encoding.LATIN1, Encoding.UTF8 -> in.skip(argument);
            case Encoding.STRUCTURE, Encoding.LIST -> in.skip(in.getInt());
            case Encoding.DECIMAL -> {
                if ((argument & 1) == 0) {
                    in.getVarLong();
                } else {
                    in.skip(in.getVar());
                }
            }
            case Encoding.INTEGER -> {
                if (argument == 1) {
                    in.getVarLong();
                }
            }
            case Encoding.POINT -> {
                if ((argument & 15) > Encoding.POINT_TRUE) {
                    in.getVarLong();
                }
            }
            default -> throw new DamagedStoreException("a kind that the plain form has not");
        }
        return in.position();
    }

    /**
     * Notes the value at a position for the dictionary, and marks it when it repeats an earlier one, so that nobody has to
     * search for that again; gives where it ends. The earlier one stays whole: others are compared with it.
     */
    int noteAndMark(int at, int patient) {
        repeated = Repetitions.NEW;
        int end = note(at, patient);
        if (repeated != Repetitions.NEW && end - at >= REPEATED_LENGTH) {
            bytes[at] = REPEATED;
            ByteInput.INT.set(bytes, at + 1, repeated);
        }
        return end;
    }

    private int entry(int at) {
        return (int) ByteInput.INT.get(bytes, at + 1);
    }

    /** Whether two values are the same. */
    boolean same(int one, int other) {
        int first = bytes[one] == REPEATED ? repetitions.from(entry(one)) : one;
        int second = bytes[other] == REPEATED ? repetitions.from(entry(other)) : other;
        return first == second || Arrays.equals(bytes, first, end(first), bytes, second, end(second));
    }

    /** Notes the value at a position, and its parts when it is new, for the dictionary; gives where it ends. */
    int note(int at, int patient) {
        int end = end(at);
        in.position(at);
        int header = in.getVar();
        int kind = Encoding.kind(header);
        if (kind == Encoding.LATIN1 || kind == Encoding.UTF8) {
            if (!ownReference(in.position(), Encoding.argument(header))) {
                repeated = repetitions.note(at, end - at, patient);
            }
        } else if (kind == Encoding.STRUCTURE || kind == Encoding.LIST) {
            int known = repetitions.note(at, end - at, patient);
            if (known == Repetitions.NEW) {
                in.skip(Integer.BYTES);
                noteParts(kind, Encoding.argument(header), patient);
            }
            repeated = known;
        }
        return end;
    }

    private void noteParts(int kind, int argument, int patient) {
        int left = kind == Encoding.LIST ? argument : in.getVar();
        int at = in.position();
        for (; left > 0; left--) {
            if (kind == Encoding.STRUCTURE) {
                in.position(at);
                in.getVar();
                at = in.position();
            }
            at = note(at, patient);
        }
    }

    /** Writes the value at a position in the stored form; gives where it ends. */
    int copy(int at, ByteOutput out) {
        if (bytes[at] == REPEATED) {
            copyRepeated(entry(at), out);
            return end(at);
        }
        int end = end(at);
        in.position(at);
        int header = in.getVar();
        int kind = Encoding.kind(header);
        if (kind > Encoding.LIST) {
            out.put(bytes, at, end - at);
            return end;
        }
        int known = repetitions.numberOf(at, end - at);
        if (known >= 0) {
            out.putVar(known << 1 | 1);
        } else {
            copyNew(at, header, end, out);
        }
        return end;
    }

    private void copyRepeated(int entry, ByteOutput out) {
        int known = repetitions.numberOf(entry);
        if (known >= 0) {
            out.putVar(known << 1 | 1);
        } else {
            copyEntry(repetitions.from(entry), out);
        }
    }

    /** As {@link #copy}, though the value itself is in the dictionary: this writes its entry. */
    void copyEntry(int at, ByteOutput out) {
        int end = end(at);
        in.position(at);
        copyNew(at, in.getVar(), end, out);
    }

    private void copyNew(int at, int header, int end, ByteOutput out) {
        int argument = Encoding.argument(header);
        int start = in.position();
        switch (Encoding.kind(header)) {
            case Encoding.LATIN1 -> copyText(at, start, argument, end, out);
            case Encoding.STRUCTURE -> {
                out.putVar(header);
                in.skip(Integer.BYTES);
                int filled = in.getVar();
                out.putVar(filled);
                int next = in.position();
                for (int i = 0; i < filled; i++) {
                    in.position(next);
                    out.putVar(in.getVar());
                    next = copy(in.position(), out);
                }
            }
            case Encoding.LIST -> {
                out.putVar(header);
                int next = start + Integer.BYTES;
                for (int i = 0; i < argument; i++) {
                    next = copy(next, out);
                }
            }
            default -> out.put(bytes, at, end - at);
        }
    }

    private void copyText(int at, int from, int length, int end, ByteOutput out) {
        if (ownReference(from, length)) {
            out.putVar(Encoding.header(Encoding.SPECIAL, Encoding.SPECIAL_OWN_PATIENT));
            return;
        }
        int slash = owned ? slash(from, length) : -1;
        Integer type = slash < 0 ? null : typeNumbers.get(ascii(from, slash - from));
        if (type == null) {
            copyId(at, from, length, end, out);
            return;
        }
        int idFrom = slash + 1;
        int row = rows.row(type, idFrom, end - idFrom);
        if (row >= 0) {
            out.putVar(Encoding.header(Encoding.SPECIAL, type << 2 | Encoding.SPECIAL_ROW));
            out.putVar(row);
        } else {
            out.putVar(Encoding.header(Encoding.SPECIAL, type << 2 | Encoding.SPECIAL_REFERENCE));
            copyId(-1, idFrom, end - idFrom, end, out);
        }
    }

    private void copyId(int at, int from, int length, int end, ByteOutput out) {
        if (length == UUID_LENGTH && putUuid(from, out)) {
            return;
        }
        if (at >= 0) {
            out.put(bytes, at, end - at);
        } else {
            out.putVar(Encoding.header(Encoding.LATIN1, length));
            out.put(bytes, from, length);
        }
    }

    private boolean ownReference(int from, int length) {
        if (!owned || length != PATIENT.length + ownerLength) {
            return false;
        }
        for (int i = 0; i < PATIENT.length; i++) {
            if (bytes[from + i] != PATIENT[i]) {
                return false;
            }
        }
        for (int i = 0; i < ownerLength; i++) {
            if (bytes[from + PATIENT.length + i] != bytes[ownerFrom + i]) {
                return false;
            }
        }
        return true;
    }

    /** The place of the slash of {@code Type/id}; -1 when the text begins with no type's name. */
    private int slash(int from, int length) {
        if (length < 3 || bytes[from] < 'A' || bytes[from] > 'Z') {
            return -1;
        }
        int end = from + Math.min(length, LONGEST_TYPE_NAME);
        for (int i = from + 1; i < end; i++) {
            if (bytes[i] == '/') {
                return i;
            }
        }
        return -1;
    }

    private String ascii(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private boolean putUuid(int from, ByteOutput out) {
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            int character = bytes[from + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash != (character == '-')) {
                return false;
            }
            if (dash) {
                continue;
            }
            int digit = character >= '0' && character <= '9' ? character - '0' : character - 'a' + 10;
            if (digit < 0 || digit > 15 || character > '9' && character < 'a') {
                return false;
            }
            if (digits < 16) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
            digits++;
        }
        out.putVar(Encoding.header(Encoding.SPECIAL, Encoding.SPECIAL_UUID));
        out.putLong(high);
        out.putLong(low);
        return true;
    }
}
