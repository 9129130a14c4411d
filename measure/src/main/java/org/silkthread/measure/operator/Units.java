package org.silkthread.measure.operator;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;

/**
 * Units of quantities: UCUM, and the calendar durations of CQL.
 *
 * <p>A calendar week or anything shorter is the definite duration of that name. Calendar years and months are units of
 * their own, a year of twelve months; only equivalence may take a month for 30 days and a year for 365.
 */
final class Units {

    static final String ONE = "1";

    private static final String YEAR = "year";
    private static final String MONTH = "month";
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final Map<String, String> CALENDAR = Map.ofEntries(
            Map.entry("year", YEAR),
            Map.entry("years", YEAR),
            Map.entry("month", MONTH),
            Map.entry("months", MONTH),
            Map.entry("week", "wk"),
            Map.entry("weeks", "wk"),
            Map.entry("day", "d"),
            Map.entry("days", "d"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("millisecond", "ms"),
            Map.entry("milliseconds", "ms"));
    private static final UcumService UCUM = ucum();
    private static final Map<Pair, Optional<Conversion>> CONVERSIONS = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> VALID = new ConcurrentHashMap<>();
    private static final MathContext DIGITS = new MathContext(34);
    private static final int UCUM_DIGITS = 40;

    private record Pair(String from, String to) {}

    /** A value times the factor plus the shift; only temperatures have a shift. */
    private record Conversion(BigDecimal factor, BigDecimal shift) {

        BigDecimal apply(BigDecimal value) {
            BigDecimal product = value.multiply(factor);
            return shift.signum() == 0 ? product : product.add(shift);
        }
    }

    /** Scales of temperature, each with its conversion to kelvin. */
    private static final Map<String, Conversion> KELVIN = Map.of(
            "K",
            new Conversion(BigDecimal.ONE, BigDecimal.ZERO),
            "Cel",
            new Conversion(BigDecimal.ONE, new BigDecimal("273.15")),
            "[degF]",
            new Conversion(
                    BigDecimal.valueOf(5).divide(BigDecimal.valueOf(9), DIGITS),
                    new BigDecimal("459.67").multiply(BigDecimal.valueOf(5)).divide(BigDecimal.valueOf(9), DIGITS)));

    private Units() {}

    private static UcumService ucum() {
        try (InputStream essence = UcumService.class.getResourceAsStream("/ucum-essence.xml")) {
            return new UcumEssenceService(essence);
        } catch (IOException | UcumException e) {
            throw new IllegalStateException("the UCUM definitions of the library cannot be read", e);
        }
    }

    /** The UCUM unit, or {@code year} or {@code month}, that a unit means. */
    static String canonical(String unit) {
        if (unit.isEmpty()) {
            return ONE;
        }
        String calendar = CALENDAR.get(unit);
        return calendar == null ? unit : calendar;
    }

    /** The precision that a unit of calendar arithmetic names; null when it names none. */
    static @Nullable Precision precision(String unit) {
        return switch (canonical(unit)) {
            case YEAR -> Precision.YEAR;
            case MONTH -> Precision.MONTH;
            case "wk" -> Precision.WEEK;
            case "d" -> Precision.DAY;
            case "h" -> Precision.HOUR;
            case "min" -> Precision.MINUTE;
            case "s" -> Precision.SECOND;
            case "ms" -> Precision.MILLISECOND;
            default -> null;
        };
    }

    /** Whether a unit is a calendar duration. */
    static boolean calendar(String unit) {
        return CALENDAR.containsKey(unit);
    }

    /** Whether a unit is valid UCUM or a calendar duration. */
    static boolean valid(String unit) {
        return CALENDAR.containsKey(unit) || VALID.computeIfAbsent(unit, key -> UCUM.validate(key) == null);
    }

    /** -1, 0 or 1, or {@link Ordering#UNCERTAIN} when the units cannot be compared. */
    static int compare(Quantity left, Quantity right) {
        if (left.unit().equals(right.unit())) {
            return left.value().compareTo(right.value());
        }
        BigDecimal converted = converted(right.value(), right.unit(), left.unit());
        return converted == null ? Ordering.UNCERTAIN : left.value().compareTo(rounded(left.value(), converted));
    }

    /** A conversion may leave a remainder beyond the digits of CQL; where it is nothing but that, it is dropped. */
    private static BigDecimal rounded(BigDecimal like, BigDecimal converted) {
        BigDecimal near = converted.round(new MathContext(24));
        return near.compareTo(like) == 0 ? like : converted;
    }

    /** A value in another unit; null when there is no conversion. */
    static @Nullable BigDecimal converted(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return value;
        }
        Conversion conversion = conversion(canonical(from), canonical(to));
        return conversion == null ? null : conversion.apply(value);
    }

    /** As {@link #converted}, where a year may stand for 365 days, a month for 30, and both for their UCUM namesakes. */
    static @Nullable BigDecimal approximated(BigDecimal value, String from, String to) {
        BigDecimal exact = converted(value, from, to);
        if (exact != null) {
            return exact;
        }
        String a = canonical(from);
        String b = canonical(to);
        if (namesakes(a, b) || namesakes(b, a)) {
            return value;
        }
        BigDecimal days = daysOf(a);
        if (days != null) {
            return converted(value.multiply(days), "d", b);
        }
        BigDecimal otherDays = daysOf(b);
        BigDecimal inDays = otherDays == null ? null : converted(value, a, "d");
        return inDays == null || otherDays == null ? null : inDays.divide(otherDays, DIGITS);
    }

    private static boolean namesakes(String calendar, String definite) {
        return (calendar.equals(YEAR) && definite.equals("a")) || (calendar.equals(MONTH) && definite.equals("mo"));
    }

    private static @Nullable BigDecimal daysOf(String unit) {
        return switch (unit) {
            case YEAR -> BigDecimal.valueOf(365);
            case MONTH -> BigDecimal.valueOf(30);
            default -> null;
        };
    }

    private static @Nullable Conversion conversion(String from, String to) {
        return CONVERSIONS.computeIfAbsent(new Pair(from, to), Units::find).orElse(null);
    }

    private static Optional<Conversion> find(Pair units) {
        String from = units.from();
        String to = units.to();
        if (from.equals(to)) {
            return Optional.of(new Conversion(BigDecimal.ONE, BigDecimal.ZERO));
        }
        if (daysOf(from) != null && daysOf(to) != null) {
            BigDecimal factor = from.equals(YEAR) ? TWELVE : BigDecimal.ONE.divide(TWELVE, DIGITS);
            return Optional.of(new Conversion(factor, BigDecimal.ZERO));
        }
        if (daysOf(from) != null || daysOf(to) != null) {
            return Optional.empty();
        }
        Conversion fromScale = KELVIN.get(from);
        Conversion toScale = KELVIN.get(to);
        if (fromScale != null && toScale != null) {
            return Optional.of(between(fromScale, toScale));
        }
        try {
            if (!UCUM.isComparable(from, to)) {
                return Optional.empty();
            }
            return Optional.of(new Conversion(factor(from, to), BigDecimal.ZERO));
        } catch (UcumException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal factor(String from, String to) throws UcumException {
        return new BigDecimal(
                UCUM.convert(new Decimal("1", UCUM_DIGITS), from, to).asDecimal());
    }

    /** Between scales of temperature, which the library of UCUM does not convert. */
    private static Conversion between(Conversion from, Conversion to) {
        return new Conversion(
                from.factor().divide(to.factor(), DIGITS),
                from.shift().subtract(to.shift()).divide(to.factor(), DIGITS));
    }

    static String product(String left, String right) {
        String a = canonical(left);
        String b = canonical(right);
        if (a.equals(ONE)) {
            return b;
        }
        if (b.equals(ONE)) {
            return a;
        }
        return a.equals(b) && atom(a) ? a + "2" : grouped(a) + "." + grouped(b);
    }

    static String quotient(String left, String right) {
        String a = canonical(left);
        String b = canonical(right);
        if (a.equals(b)) {
            return ONE;
        }
        return b.equals(ONE) ? a : grouped(a) + "/" + grouped(b);
    }

    private static String grouped(String unit) {
        return unit.contains("/") || unit.contains(".") ? "(" + unit + ")" : unit;
    }

    private static boolean atom(String unit) {
        return unit.chars().allMatch(Character::isLetter);
    }
}
