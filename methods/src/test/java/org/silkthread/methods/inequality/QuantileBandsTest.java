package org.silkthread.methods.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantileBandsTest {

    @Test
    void twelve_areas_in_ten_bands_are_placed_as_in_the_reference() {
        assertThat(bands(values(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 10, QuantileBands.First.LOWEST))
                .containsExactly(1, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10);
    }

    @Test
    void ties_share_a_band_and_an_area_without_a_value_has_none() {
        List<OptionalDouble> values = new ArrayList<>(values(5, 5, 5, 5, 1, 9));
        values.add(OptionalDouble.empty());

        assertThat(QuantileBands.of(values, 2, QuantileBands.First.HIGHEST))
                .containsExactly(
                        OptionalInt.of(1),
                        OptionalInt.of(1),
                        OptionalInt.of(1),
                        OptionalInt.of(1),
                        OptionalInt.of(2),
                        OptionalInt.of(1),
                        OptionalInt.empty());
    }

    @Test
    void fewer_values_than_bands_have_no_bands() {
        assertThat(QuantileBands.of(values(1, 2, 3), 4, QuantileBands.First.LOWEST))
                .containsOnly(OptionalInt.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantileBands.of(values(1), 1, QuantileBands.First.LOWEST));
    }

    @Property(tries = 300)
    void different_values_fill_bands_of_nearly_equal_size_from_1_to_the_last(
            @ForAll @IntRange(min = 2, max = 20) int bands, @ForAll @IntRange(min = 0, max = 300) int more) {
        int areas = bands + more;
        int[] sizes = new int[bands];
        List<Integer> found =
                bands(values(IntStream.range(0, areas).asDoubleStream().toArray()), bands, QuantileBands.First.LOWEST);
        found.forEach(band -> sizes[band - 1]++);

        assertThat(found).isSorted();
        assertThat(IntStream.of(sizes).max().orElseThrow()
                        - IntStream.of(sizes).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 100)
    void the_order_of_areas_does_not_matter(@ForAll @IntRange(min = 1, max = 1000) int seed) {
        Random random = new Random(seed);
        double[] values = random.ints(40, 0, 30).asDoubleStream().toArray();
        List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(order, random);
        List<Integer> straight = bands(values(values), 5, QuantileBands.First.HIGHEST);
        List<Integer> shuffled =
                bands(values(order.stream().mapToDouble(i -> values[i]).toArray()), 5, QuantileBands.First.HIGHEST);

        for (int i = 0; i < 40; i++) {
            assertThat(shuffled.get(i)).isEqualTo(straight.get(order.get(i)));
        }
    }

    private static List<Integer> bands(List<OptionalDouble> values, int bands, QuantileBands.First first) {
        return QuantileBands.of(values, bands, first).stream()
                .map(OptionalInt::getAsInt)
                .toList();
    }

    private static List<OptionalDouble> values(double... values) {
        return java.util.Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
    }
}
