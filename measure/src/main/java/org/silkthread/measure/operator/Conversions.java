package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Time;

/** Conversions between types: null when the value has no counterpart. */
final class Conversions {

    private Conversions() {}

    /** The name of a type without its namespace. */
    static String localName(@Nullable Object typeName) {
        String name = String.valueOf(typeName);
        int start = Math.max(name.lastIndexOf('}'), name.lastIndexOf('.')) + 1;
        return name.substring(start);
    }

    /** The Convert operator, to a type given by its name. */
    static @Nullable Object convert(Settings settings, @Nullable Object operand, @Nullable Object typeName) {
        return switch (localName(typeName)) {
            case "Boolean" -> toBoolean(operand);
            case "Integer" -> toInteger(operand);
            case "Long" -> toLong(operand);
            case "Decimal" -> toDecimal(operand);
            case "String" -> toText(operand);
            case "Date" -> toDate(operand);
            case "DateTime" -> toDateTime(operand);
            case "Time" -> toTime(settings, operand);
            case "Quantity" -> toQuantity(operand);
            case "Ratio" -> toRatio(operand);
            case "Concept" -> toConcept(operand);
            case "Any" -> operand;
            default -> throw new OperatorException("there is no conversion to " + typeName);
        };
    }

    /** Whether a conversion gives a value; null of a null. */
    static @Nullable Object converts(@Nullable Object operand, @Nullable Object converted) {
        return operand == null ? null : (Boolean) (converted != null);
    }

    static @Nullable Object toBoolean(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Boolean truth -> truth;
            case String text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "t", "yes", "y", "1" -> true;
                    case "false", "f", "no", "n", "0" -> false;
                    default -> null;
                };
            case Number number -> {
                BigDecimal decimal = Decimals.of(number);
                yield decimal.signum() == 0
                        ? Boolean.FALSE
                        : decimal.compareTo(BigDecimal.ONE) == 0 ? Boolean.TRUE : null;
            }
            default -> null;
        };
    }

    static @Nullable Object toInteger(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Integer number -> number;
            case Long number -> Arithmetic.integer(number);
            case Boolean truth -> truth ? (Integer) 1 : (Integer) 0;
            case String text -> {
                BigDecimal number = Numerals.whole(text);
                yield number == null ? null : Decimals.integer(number);
            }
            default -> null;
        };
    }

    static @Nullable Object toLong(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Integer number -> (Long) (long) number;
            case Long number -> number;
            case Boolean truth -> truth ? (Long) 1L : (Long) 0L;
            case String text -> {
                BigDecimal number = Numerals.whole(text);
                yield number == null ? null : Decimals.longInteger(number);
            }
            default -> null;
        };
    }

    static @Nullable Object toDecimal(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case BigDecimal number -> number;
            case Number number -> BigDecimal.valueOf(number.longValue()).setScale(1);
            case Boolean truth -> BigDecimal.valueOf(truth ? 1 : 0).setScale(1);
            case String text -> {
                BigDecimal number = Numerals.decimal(text);
                yield number == null ? null : Decimals.limited(number);
            }
            default -> null;
        };
    }

    static @Nullable Object toText(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Quantity quantity -> text(quantity);
            case Ratio ratio -> text(ratio.numerator()) + ":" + text(ratio.denominator());
            case Boolean _, Number _, Date _, DateTime _, Time _ -> operand.toString();
            default -> null;
        };
    }

    private static String text(Quantity quantity) {
        return quantity.value().toPlainString() + " '" + quantity.unit() + "'";
    }

    static @Nullable Object toDate(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Date date -> date;
            case DateTime moment -> moment.date();
            case String text -> {
                DateTime moment = DateTime.parseOrNull(text);
                yield moment == null ? null : moment.date();
            }
            default -> null;
        };
    }

    static @Nullable Object toDateTime(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case DateTime moment -> moment;
            case Date date -> DateTime.of(date, Precision.DAY, DateTime.NO_OFFSET);
            case String text -> DateTime.parseOrNull(text);
            default -> null;
        };
    }

    static @Nullable Object toTime(Settings settings, @Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Time time -> time;
            case DateTime moment -> Moments.timeFrom(settings, moment);
            case String text -> Time.parseOrNull(Numerals.withoutOffset(text));
            default -> null;
        };
    }

    static @Nullable Object toQuantity(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Quantity quantity -> quantity;
            case Number number -> new Quantity(Decimals.of(number), Units.ONE);
            case Ratio ratio -> Quantities.divided(ratio.numerator(), ratio.denominator());
            case String text -> Numerals.quantity(text);
            default -> null;
        };
    }

    static @Nullable Object toRatio(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Ratio ratio -> ratio;
            case String text -> Numerals.ratio(text);
            default -> null;
        };
    }

    static @Nullable Object toConcept(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Concept concept -> concept;
            case Code code -> new Concept(List.of(code), code.display());
            case List<?> list -> {
                List<Code> codes = new ArrayList<>(list.size());
                for (Object element : list) {
                    if (element instanceof Code code) {
                        codes.add(code);
                    }
                }
                yield new Concept(codes, null);
            }
            default -> null;
        };
    }

    /** The quantity in another unit; null when there is no conversion. */
    static @Nullable Object convertQuantity(Settings settings, @Nullable Object operand, @Nullable Object unit) {
        if (operand == null || unit == null) {
            return null;
        }
        Quantity quantity = (Quantity) operand;
        BigDecimal value = Units.converted(quantity.value(), quantity.unit(), (String) unit);
        BigDecimal limited = value == null ? null : Decimals.tidy(value);
        return limited == null ? null : new Quantity(limited, (String) unit);
    }
}
