package org.silkthread.measure.operator;

import static org.silkthread.measure.operator.Form.any;
import static org.silkthread.measure.operator.Form.one;
import static org.silkthread.measure.operator.Form.oneAt;
import static org.silkthread.measure.operator.Form.oneWith;
import static org.silkthread.measure.operator.Form.relation;
import static org.silkthread.measure.operator.Form.two;
import static org.silkthread.measure.operator.Form.twoAt;
import static org.silkthread.measure.operator.Form.twoWith;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Settings;

/**
 * The operators of CQL that evaluate all their operands, named as the nodes of ELM. An operator whose operands are named
 * in ELM takes them in the order of the logical specification: {@code PositionOf} the pattern first, {@code DateTime}
 * year to millisecond, then the offset; {@code MinValue}, {@code MaxValue} and {@code Convert} take a type by its name as
 * the last operand. Operands are CQL values, null included; a wrong type is a {@link ClassCastException} or an {@link
 * OperatorException}.
 */
public enum Operator {
    ABS("Abs", one(Arithmetic::abs)),
    ADD("Add", twoWith(Arithmetic::add)),
    CEILING("Ceiling", one(Functions::ceiling)),
    DIVIDE("Divide", twoWith(Arithmetic::divide)),
    EXP("Exp", one(Functions::exp)),
    FLOOR("Floor", one(Functions::floor)),
    HIGH_BOUNDARY("HighBoundary", two(Boundaries::high)),
    LN("Ln", one(Functions::ln)),
    LOG("Log", twoWith(Functions::log)),
    LOW_BOUNDARY("LowBoundary", two(Boundaries::low)),
    MAX_VALUE("MaxValue", one(Limits::maximum)),
    MIN_VALUE("MinValue", one(Limits::minimum)),
    MODULO("Modulo", twoWith(Arithmetic::modulo)),
    MULTIPLY("Multiply", twoWith(Arithmetic::multiply)),
    NEGATE("Negate", one(Arithmetic::negate)),
    POWER("Power", twoWith(Functions::power)),
    PRECISION("Precision", one(Boundaries::digits)),
    PREDECESSOR("Predecessor", one(Steps::previous)),
    ROUND("Round", any((_, parts) -> Functions.round(parts[0], part(parts, 1)))),
    SUBTRACT("Subtract", twoWith(Arithmetic::subtract)),
    SUCCESSOR("Successor", one(Steps::next)),
    TRUNCATE("Truncate", one(Functions::truncate)),
    TRUNCATED_DIVIDE("TruncatedDivide", twoWith(Arithmetic::truncatedDivide)),

    EQUAL("Equal", twoWith(Equality::equal)),
    NOT_EQUAL("NotEqual", twoWith(Equality::notEqual)),
    EQUIVALENT("Equivalent", twoWith(Equivalence::equivalent)),
    LESS("Less", twoWith(Comparison::less)),
    LESS_OR_EQUAL("LessOrEqual", twoWith(Comparison::lessOrEqual)),
    GREATER("Greater", twoWith(Comparison::greater)),
    GREATER_OR_EQUAL("GreaterOrEqual", twoWith(Comparison::greaterOrEqual)),

    AND("And", two((left, right) -> Logic.and((Boolean) left, (Boolean) right))),
    OR("Or", two((left, right) -> Logic.or((Boolean) left, (Boolean) right))),
    XOR("Xor", two((left, right) -> Logic.xor((Boolean) left, (Boolean) right))),
    IMPLIES("Implies", two((left, right) -> Logic.implies((Boolean) left, (Boolean) right))),
    NOT("Not", one(operand -> Logic.not((Boolean) operand))),
    IS_NULL("IsNull", one(operand -> operand == null)),
    IS_TRUE("IsTrue", one(Boolean.TRUE::equals)),
    IS_FALSE("IsFalse", one(Boolean.FALSE::equals)),
    COALESCE("Coalesce", any((_, operands) -> Lists.coalesce(operands))),

    NOW("Now", any((settings, _) -> settings.now())),
    TODAY("Today", any((settings, _) -> Moments.today(settings))),
    TIME_OF_DAY("TimeOfDay", any((settings, _) -> Moments.timeOfDay(settings))),
    DATE("Date", any((_, parts) -> Moments.date(parts))),
    DATE_TIME("DateTime", any((_, parts) -> Moments.dateTime(parts))),
    TIME("Time", any((_, parts) -> Moments.time(parts))),
    DATE_FROM("DateFrom", one(Moments::dateFrom)),
    TIME_FROM("TimeFrom", oneWith(Moments::timeFrom)),
    TIMEZONE_OFFSET_FROM("TimezoneOffsetFrom", oneWith(Moments::offsetFrom)),
    DATE_TIME_COMPONENT_FROM(
            "DateTimeComponentFrom", oneAt((_, precision, operand) -> Moments.component(precision, operand))),
    DURATION_BETWEEN("DurationBetween", twoAt(Durations::duration)),
    DIFFERENCE_BETWEEN("DifferenceBetween", twoAt(Durations::difference)),
    SAME_AS("SameAs", twoAt(Comparison::sameAs)),
    SAME_OR_BEFORE("SameOrBefore", twoAt(Comparison::sameOrBefore)),
    SAME_OR_AFTER("SameOrAfter", twoAt(Comparison::sameOrAfter)),
    BEFORE("Before", twoAt(Comparison::before)),
    AFTER("After", twoAt(Comparison::after)),
    CALCULATE_AGE("CalculateAge", oneAt(Durations::age)),
    CALCULATE_AGE_AT("CalculateAgeAt", twoAt(Durations::duration)),

    START("Start", one(operand -> operand == null ? null : Bounds.low(Bounds.of(operand)))),
    END("End", one(operand -> operand == null ? null : Bounds.high(Bounds.of(operand)))),
    POINT_FROM("PointFrom", oneWith(Intervals::pointFrom)),
    WIDTH("Width", oneWith(Intervals::width)),
    SIZE("Size", oneWith(Intervals::size)),
    IN("In", twoAt(Containment::in)),
    CONTAINS("Contains", twoAt(Containment::contains)),
    PROPER_IN("ProperIn", twoAt(Containment::properIn)),
    PROPER_CONTAINS("ProperContains", twoAt(Containment::properContains)),
    INCLUDES("Includes", twoAt(Containment::includes)),
    INCLUDED_IN("IncludedIn", twoAt(Containment::includedIn)),
    PROPER_INCLUDES("ProperIncludes", twoAt(Containment::properIncludes)),
    PROPER_INCLUDED_IN("ProperIncludedIn", twoAt(Containment::properIncludedIn)),
    MEETS("Meets", relation(Intervals::meets)),
    MEETS_BEFORE("MeetsBefore", relation(Intervals::meetsBefore)),
    MEETS_AFTER("MeetsAfter", relation(Intervals::meetsAfter)),
    OVERLAPS("Overlaps", relation(Intervals::overlaps)),
    OVERLAPS_BEFORE("OverlapsBefore", relation(Intervals::overlapsBefore)),
    OVERLAPS_AFTER("OverlapsAfter", relation(Intervals::overlapsAfter)),
    STARTS("Starts", relation(Intervals::starts)),
    ENDS("Ends", relation(Intervals::ends)),
    UNION("Union", Form.folded(Containment::union)),
    LIST_UNION("Union", Form.folded(Containment::listUnion)),
    INTERSECT("Intersect", Form.folded(Containment::intersect)),
    EXCEPT("Except", Form.folded(Containment::except)),
    COLLAPSE("Collapse", twoWith(IntervalSets::collapse)),
    EXPAND("Expand", twoWith(IntervalSets::expand)),

    EXISTS("Exists", one(Lists::exists)),
    DISTINCT("Distinct", oneWith(Lists::distinct)),
    FLATTEN("Flatten", one(Lists::flatten)),
    FIRST("First", one(Lists::first)),
    LAST("Last", one(Lists::last)),
    INDEXER("Indexer", two(Lists::indexer)),
    INDEX_OF("IndexOf", twoWith(Lists::indexOf)),
    LENGTH("Length", one(Lists::length)),
    LIST_LENGTH("Length", one(Lists::size)),
    SINGLETON_FROM("SingletonFrom", one(Lists::singleton)),
    SLICE("Slice", any((_, parts) -> Lists.slice(parts[0], part(parts, 1), part(parts, 2)))),
    TIMES("Times", two(Lists::times)),
    TO_LIST("ToList", one(Lists::toList)),

    ALL_TRUE("AllTrue", one(Aggregates::allTrue)),
    ANY_TRUE("AnyTrue", one(Aggregates::anyTrue)),
    COUNT("Count", one(Aggregates::count)),
    SUM("Sum", oneWith(Aggregates::sum)),
    PRODUCT("Product", oneWith(Aggregates::product)),
    MIN("Min", oneWith(Aggregates::minimum)),
    MAX("Max", oneWith(Aggregates::maximum)),
    AVG("Avg", oneWith(Aggregates::average)),
    MEDIAN("Median", oneWith(Aggregates::median)),
    MODE("Mode", oneWith(Aggregates::mode)),
    VARIANCE("Variance", oneWith(Aggregates::variance)),
    POPULATION_VARIANCE("PopulationVariance", oneWith(Aggregates::populationVariance)),
    STD_DEV("StdDev", oneWith(Aggregates::deviation)),
    POPULATION_STD_DEV("PopulationStdDev", oneWith(Aggregates::populationDeviation)),
    GEOMETRIC_MEAN("GeometricMean", oneWith(Aggregates::geometricMean)),

    COMBINE("Combine", any((_, parts) -> Strings.combine(parts[0], part(parts, 1)))),
    CONCATENATE("Concatenate", any((_, parts) -> Strings.concatenate(parts))),
    ENDS_WITH("EndsWith", twoWith(Strings::endsWith)),
    LAST_POSITION_OF("LastPositionOf", twoWith(Strings::lastPositionOf)),
    LOWER("Lower", one(Strings::lower)),
    MATCHES("Matches", twoWith(Strings::matches)),
    POSITION_OF("PositionOf", twoWith(Strings::positionOf)),
    REPLACE_MATCHES("ReplaceMatches", any((_, parts) -> Strings.replaceMatches(parts[0], parts[1], parts[2]))),
    SPLIT("Split", any((_, parts) -> Strings.split(parts[0], part(parts, 1)))),
    SPLIT_ON_MATCHES("SplitOnMatches", two(Strings::splitOnMatches)),
    STARTS_WITH("StartsWith", twoWith(Strings::startsWith)),
    SUBSTRING("Substring", any((_, parts) -> Strings.substring(parts[0], parts[1], part(parts, 2)))),
    UPPER("Upper", one(Strings::upper)),

    CONVERT("Convert", twoWith(Conversions::convert)),
    CAN_CONVERT(
            "CanConvert",
            twoWith((settings, operand, type) ->
                    Conversions.converts(operand, Conversions.convert(settings, operand, type)))),
    CAN_CONVERT_QUANTITY(
            "CanConvertQuantity",
            twoWith((settings, operand, unit) -> operand == null || unit == null
                    ? null
                    : Conversions.converts(operand, Conversions.convertQuantity(settings, operand, unit)))),
    CONVERT_QUANTITY("ConvertQuantity", twoWith(Conversions::convertQuantity)),
    CONVERTS_TO_BOOLEAN("ConvertsToBoolean", one(it -> Conversions.converts(it, Conversions.toBoolean(it)))),
    CONVERTS_TO_DATE("ConvertsToDate", one(it -> Conversions.converts(it, Conversions.toDate(it)))),
    CONVERTS_TO_DATE_TIME("ConvertsToDateTime", one(it -> Conversions.converts(it, Conversions.toDateTime(it)))),
    CONVERTS_TO_DECIMAL("ConvertsToDecimal", one(it -> Conversions.converts(it, Conversions.toDecimal(it)))),
    CONVERTS_TO_INTEGER("ConvertsToInteger", one(it -> Conversions.converts(it, Conversions.toInteger(it)))),
    CONVERTS_TO_LONG("ConvertsToLong", one(it -> Conversions.converts(it, Conversions.toLong(it)))),
    CONVERTS_TO_QUANTITY("ConvertsToQuantity", one(it -> Conversions.converts(it, Conversions.toQuantity(it)))),
    CONVERTS_TO_RATIO("ConvertsToRatio", one(it -> Conversions.converts(it, Conversions.toRatio(it)))),
    CONVERTS_TO_STRING("ConvertsToString", one(it -> Conversions.converts(it, Conversions.toText(it)))),
    CONVERTS_TO_TIME(
            "ConvertsToTime", oneWith((settings, it) -> Conversions.converts(it, Conversions.toTime(settings, it)))),
    TO_BOOLEAN("ToBoolean", one(Conversions::toBoolean)),
    TO_CHARS("ToChars", one(Strings::toChars)),
    TO_CONCEPT("ToConcept", one(Conversions::toConcept)),
    TO_DATE("ToDate", one(Conversions::toDate)),
    TO_DATE_TIME("ToDateTime", one(Conversions::toDateTime)),
    TO_DECIMAL("ToDecimal", one(Conversions::toDecimal)),
    TO_INTEGER("ToInteger", one(Conversions::toInteger)),
    TO_LONG("ToLong", one(Conversions::toLong)),
    TO_QUANTITY("ToQuantity", one(Conversions::toQuantity)),
    TO_RATIO("ToRatio", one(Conversions::toRatio)),
    TO_STRING("ToString", one(Conversions::toText)),
    TO_TIME("ToTime", oneWith(Conversions::toTime));

    private static final Map<String, Operator> BY_NAME = new HashMap<>();

    static {
        for (Operator operator : values()) {
            BY_NAME.putIfAbsent(operator.elmName, operator);
        }
        BY_NAME.put("TimezoneFrom", TIMEZONE_OFFSET_FROM);
    }

    private final String elmName;
    private final Form form;

    Operator(String elmName, Form form) {
        this.elmName = elmName;
        this.form = form;
    }

    private static @Nullable Object part(@Nullable Object[] parts, int index) {
        return index < parts.length ? parts[index] : null;
    }

    /** The operator of an ELM node; empty when the node is no operator of this kind. */
    public static Optional<Operator> of(String elmName) {
        return Optional.ofNullable(BY_NAME.get(elmName));
    }

    /**
     * The operator of an ELM node whose first operand is declared a list. It differs only where the operand may be null:
     * the length of a null list is 0, of a null string null; a null list counts as an empty one in a union, a null
     * interval makes it null.
     */
    public static Optional<Operator> ofLists(String elmName) {
        return switch (elmName) {
            case "Length" -> Optional.of(LIST_LENGTH);
            case "Union" -> Optional.of(LIST_UNION);
            default -> of(elmName);
        };
    }

    /** The name of the ELM node: {@code DateTimeComponentFrom}. */
    public String elmName() {
        return elmName;
    }

    /** The operator for one operand at a precision; without one the precision is that of the operand. */
    public Unary unary(@Nullable Precision precision) {
        return switch (form) {
            case Form.One(var function) -> (settings, operand) -> function.apply(settings, precision, operand);
            case Form.Any(var function) ->
                (settings, operand) -> function.apply(settings, new @Nullable Object[] {operand});
            case Form.Two(var function) -> (settings, operand) -> function.apply(settings, precision, operand, null);
        };
    }

    /**
     * The operator for two operands at a precision; without one the precision is that of the operands.
     *
     * @throws IllegalArgumentException when the operator takes only one
     */
    public Binary binary(@Nullable Precision precision) {
        return switch (form) {
            case Form.Two(var function) -> (settings, left, right) -> function.apply(settings, precision, left, right);
            case Form.Any(var function) ->
                (settings, left, right) -> function.apply(settings, new @Nullable Object[] {left, right});
            case Form.One _ -> throw new IllegalArgumentException(elmName + " takes one operand");
        };
    }

    /** The operator for as many operands as the array holds. */
    public Variadic variadic(@Nullable Precision precision) {
        return switch (form) {
            case Form.Any(var function) -> function;
            case Form.One(var function) -> (settings, operands) -> function.apply(settings, precision, operands[0]);
            case Form.Two(var function) ->
                (settings, operands) -> function.apply(settings, precision, operands[0], part(operands, 1));
        };
    }

    /**
     * A total order for sorting: null first, and of dates that agree as far as both are known the less precise first;
     * what cannot be compared is the same. As for a comparator, ascending.
     */
    public static int order(Settings settings, @Nullable Object left, @Nullable Object right) {
        return Ordering.total(settings, left, right);
    }

    /** Applies the operator once; compiled code holds {@link #unary}, {@link #binary} or {@link #variadic} instead. */
    public @Nullable Object apply(Settings settings, @Nullable Precision precision, @Nullable Object[] operands) {
        return variadic(precision).apply(settings, operands);
    }
}
