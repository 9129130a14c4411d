package org.silkthread.measure.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Time;

/** Writes values in the plain form of {@link Encoding}. */
final class PlainWriter {

    private static final int SHORT_INTEGER = 1 << 20;

    private final ByteOutput out;

    PlainWriter(ByteOutput out) {
        this.out = out;
    }

    /** How many slots are filled, and for each its number and value. */
    void slots(Structure structure) {
        int size = structure.type().elements().size();
        int filled = 0;
        int place = out.size();
        // One byte is enough for the number: no type of FHIR has half as many elements.
        out.put(0);
        for (int slot = 0; slot < size; slot++) {
            Object value = structure.get(slot);
            if (value != null) {
                out.putVar(slot);
                value(value);
                filled++;
            }
        }
        out.set(place, filled);
    }

    void value(Object value) {
        switch (value) {
            case String text -> text(text);
            case Structure structure -> {
                out.putVar(Encoding.header(Encoding.STRUCTURE, structure.type().number()));
                int length = startLength();
                slots(structure);
                endLength(length);
            }
            case List<?> list -> {
                out.putVar(Encoding.header(Encoding.LIST, list.size()));
                int length = startLength();
                for (Object each : list) {
                    value(each);
                }
                endLength(length);
            }
            case Boolean bool ->
                out.putVar(Encoding.header(Encoding.POINT, bool ? Encoding.POINT_TRUE : Encoding.POINT_FALSE));
            case Integer number -> integer(number);
            case BigDecimal number -> decimal(number);
            case Date date -> date(date);
            case DateTime moment -> dateTime(moment);
            case Time time -> {
                out.putVar(point(Encoding.POINT_TIME, time.precision().ordinal()));
                out.putVar(time.millis());
            }
            default -> throw new IllegalArgumentException("No FHIR value: " + value.getClass());
        }
    }

    private int startLength() {
        out.putInt(0);
        return out.size();
    }

    private void endLength(int start) {
        out.setInt(start - Integer.BYTES, out.size() - start);
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == text.length()) {
            out.putVar(Encoding.header(Encoding.LATIN1, utf8.length));
        } else {
            out.putVar(Encoding.header(Encoding.UTF8, utf8.length));
        }
        out.put(utf8, 0, utf8.length);
    }

    private void integer(int number) {
        if (number >= 0 && number < SHORT_INTEGER) {
            out.putVar(Encoding.header(Encoding.INTEGER, number << 1));
        } else {
            out.putVar(Encoding.header(Encoding.INTEGER, 1));
            out.putSigned(number);
        }
    }

    private void decimal(BigDecimal number) {
        int scale = number.scale() << 1 ^ number.scale() >> 31;
        if (number.precision() <= 18) {
            out.putVar(Encoding.header(Encoding.DECIMAL, scale << 1));
            out.putSigned(number.unscaledValue().longValue());
        } else {
            byte[] unscaled = number.unscaledValue().toByteArray();
            out.putVar(Encoding.header(Encoding.DECIMAL, scale << 1 | 1));
            out.putVar(unscaled.length);
            out.put(unscaled, 0, unscaled.length);
        }
    }

    private void date(Date date) {
        switch (date.precision()) {
            case YEAR -> {
                out.putVar(point(Encoding.POINT_YEAR, 0));
                out.putVar(date.year());
            }
            case MONTH -> {
                out.putVar(point(Encoding.POINT_MONTH, 0));
                out.putVar(date.year() * 12L + date.month() - 1);
            }
            default -> {
                out.putVar(point(Encoding.POINT_DAY, 0));
                out.putSigned(date.epochDay() - Encoding.EPOCH_DAY);
            }
        }
    }

    private void dateTime(DateTime moment) {
        long local = moment.localMillis();
        int precision = moment.precision().ordinal();
        if (moment.precision() == Precision.MILLISECOND && Math.floorMod(local, 1000) == 0) {
            precision = Encoding.WHOLE_SECOND;
        }
        int offset = !moment.hasOffset() ? 0 : 1 + (moment.offset() << 1 ^ moment.offset() >> 31);
        out.putVar(point(Encoding.POINT_DATE_TIME, offset << 4 | precision));
        out.putSigned(Math.floorDiv(local - Encoding.EPOCH_DAY * Encoding.MILLIS_OF_DAY, Encoding.unit(precision)));
    }

    private static int point(int kind, int detail) {
        return Encoding.header(Encoding.POINT, detail << 4 | kind);
    }
}
