package org.silkthread.measure.store;

import org.silkthread.measure.value.Precision;

/**
 * How values stand in bytes. A value begins with a number, its header. An odd header is a dictionary entry's number, times
 * two, plus one. An even header holds a kind in bits 1 to 3 and an argument above.
 *
 * <p>There are two forms. The plain form, used while loading, has no dictionary, and structures and lists carry their
 * length in four bytes after the header, so that they can be compared and passed over whole. The stored form has neither
 * lengths nor repetition.
 */
final class Encoding {

    /** Characters below 256; the argument is their number. */
    static final int LATIN1 = 0;
    /** Text in UTF-8; the argument is its length in bytes. */
    static final int UTF8 = 1;
    /** Argument: number of the type. Then how many slots are filled, and for each its number and value. */
    static final int STRUCTURE = 2;
    /** Argument: number of values, which follow. */
    static final int LIST = 3;
    /** Argument: the scale as a signed number times two, plus one when the unscaled value is over 64 bits. */
    static final int DECIMAL = 4;
    /** Argument: the number times two, or 1 when the number follows, signed. */
    static final int INTEGER = 5;
    /** Argument: one of the POINT kinds in the lowest four bits, the precision or offset above. */
    static final int POINT = 6;
    /** Argument: one of the SPECIAL kinds in the lowest two bits. */
    static final int SPECIAL = 7;

    static final int POINT_FALSE = 0;
    static final int POINT_TRUE = 1;
    static final int POINT_DAY = 2;
    static final int POINT_MONTH = 3;
    static final int POINT_YEAR = 4;
    static final int POINT_TIME = 5;
    static final int POINT_DATE_TIME = 6;

    /** Text that is a UUID in lower case: its 16 bytes follow. */
    static final int SPECIAL_UUID = 0;
    /** The text {@code Patient/} with the id of the patient whose record this is. */
    static final int SPECIAL_OWN_PATIENT = 1;
    /** The text {@code Type/id}; the type's number is above, the id follows as a value. */
    static final int SPECIAL_REFERENCE = 2;
    /** As before, but the id is that of a row of the same record, whose number follows. */
    static final int SPECIAL_ROW = 3;

    /** A precision beyond the others: to the millisecond, which is zero. */
    static final int WHOLE_SECOND = Precision.values().length;

    /** 1 January 2024, from which days, seconds and so on are counted to keep them small. */
    static final int EPOCH_DAY = 19_723;

    static final long MILLIS_OF_DAY = 86_400_000;

    private Encoding() {}

    static int header(int kind, int argument) {
        return argument << 4 | kind << 1;
    }

    static int kind(int header) {
        return header >>> 1 & 7;
    }

    static int argument(int header) {
        return header >>> 4;
    }

    /** Milliseconds in one step of a stored date-time. */
    static long unit(int precision) {
        return switch (precision) {
            case 4 -> 3_600_000; // hour
            case 5 -> 60_000; // minute
            case 6, 8 -> 1000; // second, and the whole second of WHOLE_SECOND
            case 7 -> 1; // millisecond
            default -> MILLIS_OF_DAY;
        };
    }
}
