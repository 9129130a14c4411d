package org.silkthread.methods.lifetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;

class LifeTableTest {

    private static final int[] AGES = {0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90};

    /** An area of the worked example of the R package PHEindicatormethods, and its published answers. */
    private static final double[] PEOPLE = {
        7060, 35059, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601, 50209, 56416, 46411, 39820, 37978, 37039,
        33288, 23306, 11936, 11936
    };

    private static final double[] DEATHS = {
        17, 9, 4, 8, 20, 15, 24, 33, 50, 71, 100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937
    };

    private static final double[][] PUBLISHED = {
        {0, 80.16960813, 79.88268548, 80.45653078},
        {1, 79.36245674, 79.0898816, 79.63503188},
        {25, 55.78835987, 55.53801579, 56.03870395},
        {65, 18.76856852, 18.57570352, 18.96143352},
        {85, 6.163942934, 5.978358351, 6.349527517},
        {90, 6.16210635, 5.887683386, 6.436529314}
    };

    @Test
    void expectancies_and_limits_are_as_published() {
        LifeTable.Computed table = computed(bands());

        assertThat(table.expectancies()).hasSize(20);
        for (double[] row : PUBLISHED) {
            LifeExpectancy expectancy = table.at((int) row[0]).orElseThrow();
            Interval interval = expectancy.interval(ConfidenceLevel.P95);
            assertThat(expectancy.years()).isCloseTo(row[1], within(6e-9));
            // The published limits take 1.96 for the normal quantile.
            assertThat(interval.lower()).isCloseTo(row[2], within(1e-5));
            assertThat(interval.upper()).isCloseTo(row[3], within(1e-5));
            assertThat(expectancy.isPublishable()).isTrue();
        }
    }

    @Property(tries = 50)
    void the_order_of_bands_does_not_matter(@ForAll @IntRange(min = 1, max = 1000) int seed) {
        List<AgeBand> shuffled = new ArrayList<>(bands());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(LifeTable.of(shuffled)).isEqualTo(LifeTable.of(bands()));
    }

    @Property(tries = 100)
    void fewer_deaths_never_shorten_life(
            @ForAll @IntRange(min = 0, max = 19) int band, @ForAll @IntRange(min = 1, max = 4) int fewer) {
        List<AgeBand> spared = new ArrayList<>(bands());
        AgeBand before = spared.get(band);
        spared.set(band, new AgeBand(before.startAge(), before.deaths() - fewer, before.population()));

        assertThat(computed(spared).at(0).orElseThrow().years())
                .isGreaterThan(computed(bands()).at(0).orElseThrow().years());
    }

    @Test
    void equal_mortality_at_all_ages_gives_its_reciprocal_where_bands_are_narrow() {
        List<AgeBand> bands = new ArrayList<>();
        for (int age = 0; age <= 300; age++) {
            bands.add(new AgeBand(age, 20, 1000));
        }

        assertThat(computed(bands).at(100).orElseThrow().years()).isCloseTo(50, Close.to(50, 1e-4));
    }

    @Test
    void a_band_that_nobody_survives_leaves_later_ages_without_an_expectancy() {
        List<AgeBand> bands = new ArrayList<>(bands());
        bands.set(10, new AgeBand(45, 50_000, 50_000));
        LifeTable.Computed table = computed(bands);

        assertThat(table.at(45)).isPresent();
        assertThat(table.at(50)).isEmpty();
        assertThat(table.at(0).orElseThrow().years()).isBetween(30.0, 50.0);
    }

    @Test
    void too_few_people_and_an_immortal_last_band_are_reasons_and_not_numbers() {
        List<AgeBand> few =
                AGES_OF_TWO.stream().map(age -> new AgeBand(age, 1, 2500)).toList();
        assertThat(LifeTable.of(few)).isEqualTo(new LifeTable.NotComputable(LifeTable.Reason.TOO_FEW_PEOPLE));

        List<AgeBand> immortal = new ArrayList<>(bands());
        immortal.set(19, new AgeBand(90, 0, 11936));
        assertThat(LifeTable.of(immortal))
                .isEqualTo(new LifeTable.NotComputable(LifeTable.Reason.NO_DEATHS_IN_LAST_BAND));
    }

    private static final List<Integer> AGES_OF_TWO = List.of(0, 50);

    @Test
    void impossible_bands_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(0, 11, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(0, -1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeTable.of(List.of(new AgeBand(1, 1, 10), new AgeBand(5, 1, 10))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeTable.of(List.of(new AgeBand(0, 1, 10), new AgeBand(0, 1, 10))));
    }

    private static LifeTable.Computed computed(List<AgeBand> bands) {
        return (LifeTable.Computed) LifeTable.of(bands);
    }

    private static List<AgeBand> bands() {
        List<AgeBand> bands = new ArrayList<>();
        for (int i = 0; i < AGES.length; i++) {
            bands.add(new AgeBand(AGES[i], DEATHS[i], PEOPLE[i]));
        }
        return bands;
    }
}
