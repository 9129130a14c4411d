package org.silkthread.measure.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Time;

/** Reads values in the stored form of {@link Encoding}. */
final class StoredReader {

    private static final Precision[] PRECISIONS = Precision.values();

    private final StructureType[] types;
    private final Dictionary dictionary;
    private final RecordContext context;
    private final int lengthBytes;

    /** Types stand at the places of their numbers. */
    StoredReader(StructureType[] types, Dictionary dictionary, RecordContext context) {
        this(types, dictionary, context, 0);
    }

    private StoredReader(StructureType[] types, Dictionary dictionary, RecordContext context, int lengthBytes) {
        this.types = types;
        this.dictionary = dictionary;
        this.context = context;
        this.lengthBytes = lengthBytes;
    }

    /** A reader of the plain form, in which structures and lists carry their length. */
    static StoredReader ofPlain(StructureType[] types, Dictionary none) {
        return new StoredReader(types, none, RecordContext.NONE, Integer.BYTES);
    }

    /** What the bytes of a record leave out because the record itself knows it. */
    interface RecordContext {

        /** Values outside a record. */
        RecordContext NONE = new RecordContext() {
            @Override
            public String owner() {
                throw new DamagedStoreException("a shared value refers to a patient");
            }

            @Override
            public String rowId(int type, int row) {
                throw new DamagedStoreException("a shared value refers to a row");
            }
        };

        /** The id of the patient. */
        String owner();

        /** The id of a row of a type in the same record. */
        String rowId(int type, int row);
    }

    Object value(ByteInput in) {
        int header = in.getVar();
        if ((header & 1) != 0) {
            return dictionary.entry(header >>> 1);
        }
        int argument = Encoding.argument(header);
        return switch (Encoding.kind(header)) {
            case Encoding.LATIN1 -> in.latin1(argument);
            case Encoding.UTF8 -> in.utf8(argument);
            case Encoding.STRUCTURE -> {
                in.skip(lengthBytes);
                yield structure(types[argument], in);
            }
            case Encoding.LIST -> {
                in.skip(lengthBytes);
                yield list(argument, in);
            }
            case Encoding.DECIMAL -> decimal(argument, in);
            case Encoding.INTEGER -> argument == 1 ? (int) in.getSigned() : argument >>> 1;
            case Encoding.POINT -> point(argument, in);
            default -> special(argument, in);
        };
    }

    String text(ByteInput in) {
        return (String) value(in);
    }

    /** The slots of a structure without its header. */
    Structure structure(StructureType type, ByteInput in) {
        @Nullable Object[] slots = new Object[type.elements().size()];
        int filled = in.getVar();
        for (int i = 0; i < filled; i++) {
            int slot = in.getVar();
            slots[slot] = value(in);
        }
        return new Structure(type, slots);
    }

    private List<Object> list(int size, ByteInput in) {
        if (size == 1) {
            return List.of(value(in));
        }
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(value(in));
        }
        return List.copyOf(values);
    }

    private static BigDecimal decimal(int argument, ByteInput in) {
        int zigzag = argument >>> 1;
        int scale = zigzag >>> 1 ^ -(zigzag & 1);
        if ((argument & 1) == 0) {
            return BigDecimal.valueOf(in.getSigned(), scale);
        }
        int length = in.getVar();
        int from = in.position();
        in.skip(length);
        return new BigDecimal(new BigInteger(Arrays.copyOfRange(in.array(), from, from + length)), scale);
    }

    private static Object point(int argument, ByteInput in) {
        int detail = argument >>> 4;
        return switch (argument & 15) {
            case Encoding.POINT_FALSE -> Boolean.FALSE;
            case Encoding.POINT_TRUE -> Boolean.TRUE;
            case Encoding.POINT_DAY -> Date.ofEpochDay((int) in.getSigned() + Encoding.EPOCH_DAY);
            case Encoding.POINT_MONTH -> {
                int months = in.getVar();
                yield Date.of(months / 12, months % 12 + 1);
            }
            case Encoding.POINT_YEAR -> Date.of(in.getVar());
            case Encoding.POINT_TIME -> Time.ofMillis(in.getVar(), PRECISIONS[detail]);
            case Encoding.POINT_DATE_TIME -> dateTime(detail, in.getSigned());
            default -> throw new DamagedStoreException("no value has the kind " + (argument & 15));
        };
    }

    private static DateTime dateTime(int detail, long steps) {
        int precision = detail & 15;
        int zigzag = (detail >>> 4) - 1;
        int offset = zigzag < 0 ? DateTime.NO_OFFSET : zigzag >>> 1 ^ -(zigzag & 1);
        long local = steps * Encoding.unit(precision) + Encoding.EPOCH_DAY * Encoding.MILLIS_OF_DAY;
        Precision known = precision == Encoding.WHOLE_SECOND ? Precision.MILLISECOND : PRECISIONS[precision];
        return DateTime.ofLocal(local, known, offset);
    }

    private String special(int argument, ByteInput in) {
        return switch (argument & 3) {
            case Encoding.SPECIAL_UUID -> new UUID(in.getLong(), in.getLong()).toString();
            case Encoding.SPECIAL_OWN_PATIENT -> "Patient/" + context.owner();
            case Encoding.SPECIAL_REFERENCE -> types[argument >>> 2].name() + "/" + text(in);
            default -> types[argument >>> 2].name() + "/" + context.rowId(argument >>> 2, in.getVar());
        };
    }
}
