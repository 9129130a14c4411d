package org.silkthread.measure.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Tuple;

/** What operators give for nulls, lists, quantities, concepts and tuples. */
@SuppressWarnings("NullAway") // Operators return null for null; a test that meets one fails all the same.
class OperatorTest {

    private static final Settings SETTINGS = new Settings(DateTime.parse("2026-08-21T10:30:00.000+01:00"));

    /** Of these the result is a value when all operands are null. */
    private static final Set<Operator> ANSWER_NULLS = EnumSet.of(
            Operator.EQUIVALENT,
            Operator.IS_NULL,
            Operator.IS_TRUE,
            Operator.IS_FALSE,
            Operator.NOW,
            Operator.TODAY,
            Operator.TIME_OF_DAY,
            Operator.EXISTS,
            Operator.CONTAINS,
            Operator.IN,
            Operator.PROPER_CONTAINS,
            Operator.PROPER_IN,
            Operator.COUNT,
            Operator.ALL_TRUE,
            Operator.ANY_TRUE,
            Operator.LIST_LENGTH,
            Operator.LIST_UNION,
            Operator.TO_LIST);

    /** Of these the last operand is the name of a type, which is never null. */
    private static final Set<Operator> NEED_A_TYPE =
            EnumSet.of(Operator.MIN_VALUE, Operator.MAX_VALUE, Operator.CONVERT, Operator.CAN_CONVERT);

    @ParameterizedTest
    @EnumSource
    void nulls_give_null_except_where_the_specification_says_what_they_give(Operator operator) {
        if (NEED_A_TYPE.contains(operator)) {
            return;
        }
        Object result = operator.apply(SETTINGS, Precision.DAY, new @Nullable Object[8]);
        if (ANSWER_NULLS.contains(operator)) {
            assertThat(result).isNotNull();
        } else {
            assertThat(result).isNull();
        }
    }

    @Property
    void sets_of_lists_are_those_of_java(
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> left,
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> right) {
        Set<Integer> union = new LinkedHashSet<>(left);
        union.addAll(right);
        Set<Integer> common = new LinkedHashSet<>(left);
        common.retainAll(right);
        Set<Integer> rest = new LinkedHashSet<>(left);
        rest.removeAll(right);
        assertEquals(new ArrayList<>(union), apply(Operator.UNION, left, right));
        assertEquals(new ArrayList<>(common), apply(Operator.INTERSECT, left, right));
        assertEquals(new ArrayList<>(rest), apply(Operator.EXCEPT, left, right));
        assertEquals(new ArrayList<>(new LinkedHashSet<>(left)), apply(Operator.DISTINCT, left));
        assertEquals(left.containsAll(right), apply(Operator.INCLUDES, left, right));
        assertEquals(left.equals(right), apply(Operator.EQUAL, left, right));
    }

    @ParameterizedTest
    @CsvSource({
        "1, cm, 0.01, m, true",
        "1, year, 12, months, true",
        "1, week, 7, d, true",
        "1, year, 1, a, ",
        "30, days, 1, month, ",
        "1, g, 1000, mg, true",
        "1, g, 1, m, ",
        "37, Cel, 310.15, K, true",
        "98.6, [degF], 37, Cel, true",
        "5, mg/dL, 50, mg/L, true",
        "1, kg, 999, g, false"
    })
    void quantities_are_compared_in_one_unit(
            BigDecimal value, String unit, BigDecimal other, String otherUnit, @Nullable Boolean equal) {
        assertEquals(equal, apply(Operator.EQUAL, new Quantity(value, unit), new Quantity(other, otherUnit)));
    }

    @Test
    void equivalence_of_quantities_takes_calendar_durations_for_their_usual_length() {
        assertEquals(true, apply(Operator.EQUIVALENT, quantity("1", "year"), quantity("365", "days")));
        assertEquals(true, apply(Operator.EQUIVALENT, quantity("30", "d"), quantity("1", "month")));
        assertEquals(true, apply(Operator.EQUIVALENT, quantity("1", "years"), quantity("1", "a")));
        assertEquals(false, apply(Operator.EQUIVALENT, quantity("1", "g"), quantity("1", "m")));
    }

    @Test
    void quantities_are_added_in_the_finer_unit() {
        assertEquals(quantity("101", "cm"), rounded(apply(Operator.ADD, quantity("1", "cm"), quantity("1", "m"))));
        assertEquals(quantity("101", "cm"), rounded(apply(Operator.ADD, quantity("1", "m"), quantity("1", "cm"))));
    }

    private static Quantity rounded(@Nullable Object operand) {
        Quantity quantity = (Quantity) Objects.requireNonNull(operand);
        return new Quantity(quantity.value().setScale(0), quantity.unit());
    }

    private static Quantity quantity(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    @Test
    void concepts_are_equivalent_when_they_share_a_code_of_a_system() {
        Code code = new Code("8480-6", "http://loinc.org", "2.77", "Systolic");
        Code sameOfOtherVersion = new Code("8480-6", "http://loinc.org", null, null);
        Code other = new Code("8480-6", "http://snomed.info/sct", null, null);
        assertEquals(true, apply(Operator.EQUIVALENT, code, sameOfOtherVersion));
        assertEquals(false, apply(Operator.EQUIVALENT, code, other));
        assertEquals(
                true,
                apply(
                        Operator.EQUIVALENT,
                        new Concept(List.of(other, code), null),
                        new Concept(List.of(sameOfOtherVersion), "x")));
        assertEquals(null, apply(Operator.EQUAL, code, sameOfOtherVersion));
    }

    @Test
    void tuples_are_equal_as_far_as_their_elements_are() {
        assertEquals(true, apply(Operator.EQUAL, tuple(1, null), tuple(1, null)));
        assertEquals(null, apply(Operator.EQUAL, tuple(1, null), tuple(1, "b")));
        assertEquals(false, apply(Operator.EQUAL, tuple(1, null), tuple(2, "b")));
        assertEquals(false, apply(Operator.EQUIVALENT, tuple(1, null), tuple(1, "b")));
    }

    private static Tuple tuple(@Nullable Object... values) {
        return new Tuple(List.of("id", "name"), values);
    }

    @Test
    void a_list_with_a_null_holds_a_null_and_nothing_else_more() {
        List<@Nullable Object> list = Arrays.asList("a", null);
        assertEquals(true, apply(Operator.CONTAINS, list, null));
        assertEquals(false, apply(Operator.CONTAINS, list, "b"));
        assertEquals(true, apply(Operator.EQUAL, list, Arrays.asList("a", null)));
    }

    @Test
    void numbers_that_cannot_be_represented_are_null() {
        assertEquals(null, apply(Operator.ADD, Integer.MAX_VALUE, 1));
        assertEquals(null, apply(Operator.MULTIPLY, Long.MAX_VALUE, 2L));
        assertEquals(null, apply(Operator.NEGATE, Integer.MIN_VALUE));
        assertEquals(null, apply(Operator.DIVIDE, BigDecimal.ONE, BigDecimal.ZERO));
        assertEquals(new BigDecimal("0.33333333"), apply(Operator.DIVIDE, BigDecimal.ONE, BigDecimal.valueOf(3)));
    }

    @Test
    void what_the_specification_calls_an_error_is_one() {
        assertThatThrownBy(() -> apply(Operator.SINGLETON_FROM, List.of(1, 2))).isInstanceOf(OperatorException.class);
        assertThatThrownBy(() -> apply(Operator.MATCHES, "a", "[")).isInstanceOf(OperatorException.class);
        assertThatThrownBy(() -> apply(Operator.ADD, SETTINGS.now(), quantity("1", "kg")))
                .isInstanceOf(OperatorException.class);
    }

    @Property
    void the_power_of_the_logarithm_is_the_number(@ForAll @IntRange(min = 1, max = 1_000_000) int number) {
        BigDecimal logarithm = (BigDecimal) Objects.requireNonNull(apply(Operator.LN, number));
        BigDecimal power = (BigDecimal) Objects.requireNonNull(apply(Operator.EXP, logarithm));
        assertThat(power.subtract(BigDecimal.valueOf(number)).abs())
                .isLessThan(new BigDecimal("0.00000001")
                        .multiply(BigDecimal.valueOf(number))
                        .add(new BigDecimal("0.00000001")));
        assertThat(logarithm.subtract(BigDecimal.valueOf(Math.log(number))).abs())
                .isLessThan(new BigDecimal("0.00000002"));
    }

    private static @Nullable Object apply(Operator operator, @Nullable Object... operands) {
        return operator.apply(SETTINGS, null, operands);
    }
}
