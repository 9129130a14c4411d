package org.silkthread.server.indicators.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.Attacker;
import org.silkthread.server.disclosure.CountRange;
import org.silkthread.server.disclosure.DisclosureRule;
import org.silkthread.server.indicators.CollectionPlan;
import org.silkthread.server.indicators.DefinitionLevel;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Direction;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.indicators.Pathway;
import org.silkthread.server.indicators.Stage;
import org.silkthread.server.register.Citation;

class RollupTest {

    private static final FinancialYear YEAR = new FinancialYear(2023);
    private static final String COUNTRY = Rollup.COUNTRY;

    /** Six providers in three systems in two regions. */
    private static final Map<String, List<String>> CHAINS = Map.of(
            "P1", List.of("S1", "R1", COUNTRY),
            "P2", List.of("S1", "R1", COUNTRY),
            "P3", List.of("S2", "R1", COUNTRY),
            "P4", List.of("S2", "R1", COUNTRY),
            "P5", List.of("S3", "R2", COUNTRY),
            "P6", List.of("R2", COUNTRY));

    private static final Map<String, List<String>> BELOW = Map.of(
            "S1",
            List.of("P1", "P2"),
            "S2",
            List.of("P3", "P4"),
            "S3",
            List.of("P5"),
            "R1",
            List.of("S1", "S2"),
            "R2",
            List.of("S3", "P6"),
            COUNTRY,
            List.of("R1", "R2"));

    @Test
    void a_total_is_the_sum_of_counts_over_places_and_months() {
        Rollup rollup = rollup(
                Method.COUNT,
                List.of(
                        cell("P1", YEAR.months().get(0), 12),
                        cell("P3", YEAR.months().get(0), 30),
                        cell("P3", YEAR.months().get(1), 31),
                        cell("P5", YEAR.months().get(1), 100)));
        assertThat(rollup.total("R1", YEAR.period()).orElseThrow().exact().numerator())
                .isEqualTo(73);
        assertThat(rollup.total("S2", YEAR.period()).orElseThrow().periods()).isEqualTo(2);
        assertThat(rollup.total(COUNTRY, YEAR.period()).orElseThrow().organisations())
                .isEqualTo(3);
        assertThat(rollup.total("S2", YEAR.months().get(5))).isEmpty();
    }

    @Test
    void an_organisation_that_moves_counts_where_it_was_at_the_end_of_each_month() {
        Chains moving =
                (organisation, period) -> List.of(period.equals(YEAR.months().getFirst()) ? "R1" : "R2", COUNTRY);
        Rollup rollup = new Rollup(
                definition(Method.COUNT),
                List.of(
                        cell("P1", YEAR.months().get(0), 40),
                        cell("P1", YEAR.months().get(1), 50)),
                moving);
        assertThat(rollup.total("R1", YEAR.period()).orElseThrow().exact().numerator())
                .isEqualTo(40);
        assertThat(rollup.total("R2", YEAR.period()).orElseThrow().exact().numerator())
                .isEqualTo(50);
    }

    @Test
    void of_a_hidden_group_nothing_is_said_not_even_that_nobody_was_counted() {
        Rollup rollup = rollup(
                Method.PROPORTION,
                List.of(new Cell(
                        "test",
                        "P1",
                        YEAR.months().getFirst(),
                        new ExactCounts(0, OptionalLong.of(5), Optional.empty()),
                        1,
                        FigureStatus.FINAL,
                        Instant.EPOCH)));
        Total total = rollup.total("P1", YEAR.months().getFirst()).orElseThrow();
        assertThat(total.numerator().shown()).isEmpty();
        assertThat(total.numerator().range()).isEqualTo(new CountRange(0, 7));
    }

    /** Everything that can be asked for of a year: each place, each month, quarter and the year. */
    @Property(tries = 300)
    void all_that_is_published_of_a_year_tells_no_more_about_a_count_than_the_count_itself_says(
            @ForAll("years") List<Long> counts) {
        List<Cell> cells = new ArrayList<>();
        List<String> providers = CHAINS.keySet().stream().sorted().toList();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) >= 0) {
                cells.add(cell(providers.get(i / 12), YEAR.months().get(i % 12), counts.get(i)));
            }
        }
        Rollup rollup = rollup(Method.COUNT, cells);
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<CountRange> published = new ArrayList<>();
        List<String> places = new ArrayList<>(providers);
        places.addAll(List.of("S1", "S2", "S3", "R1", "R2", COUNTRY));
        List<Period> periods = new ArrayList<>(YEAR.months());
        periods.addAll(YEAR.quarters());
        periods.add(YEAR.period());
        for (String place : places) {
            for (Period period : periods) {
                rollup.total(place, period).ifPresent(total -> {
                    positions.put(place + period, published.size());
                    published.add(total.numerator().range());
                });
            }
        }
        List<Attacker.Sum> sums = sums(places, periods, positions);
        List<CountRange> known = Attacker.attack(published, sums);
        for (Cell cell : cells) {
            int position = positions.getOrDefault(cell.organisation() + cell.period(), -1);
            assertThat(known.get(position)).isEqualTo(published.get(position));
        }
    }

    private static List<Attacker.Sum> sums(List<String> places, List<Period> periods, Map<String, Integer> positions) {
        List<Attacker.Sum> sums = new ArrayList<>();
        for (String place : places) {
            for (Period period : periods) {
                Integer total = positions.get(place + period);
                if (total == null) {
                    continue;
                }
                add(
                        sums,
                        total,
                        BELOW.getOrDefault(place, List.of()).stream()
                                .map(part -> part + period)
                                .toList(),
                        positions);
                for (Period.Kind kind : List.of(Period.Kind.MONTH, Period.Kind.QUARTER)) {
                    add(
                            sums,
                            total,
                            periods.stream()
                                    .filter(part ->
                                            part.kind() == kind && !part.equals(period) && period.contains(part))
                                    .map(part -> place + part)
                                    .toList(),
                            positions);
                }
            }
        }
        return sums;
    }

    private static void add(List<Attacker.Sum> sums, int total, List<String> parts, Map<String, Integer> positions) {
        List<Integer> held = parts.stream()
                .filter(positions::containsKey)
                .map(positions::get)
                .toList();
        if (!held.isEmpty()) {
            sums.add(new Attacker.Sum(total, held));
        }
    }

    /** Twelve months of six providers; -1 is a month without a count. */
    @Provide
    Arbitrary<List<Long>> years() {
        Arbitrary<Long> any = Arbitraries.longs().between(-1, 25);
        Arbitrary<Long> small = Arbitraries.longs().between(-1, 8);
        Arbitrary<Long> top = Arbitraries.of(7L, 12L, 17L, 0L);
        Arbitrary<Long> bottom = Arbitraries.of(1L, 8L, 13L, 0L);
        return Arbitraries.of(List.of(any, small, top, bottom))
                .flatMap(kind -> kind.list().ofSize(72));
    }

    private static Rollup rollup(Method method, List<Cell> cells) {
        return new Rollup(
                definition(method), cells, (organisation, period) -> CHAINS.getOrDefault(organisation, List.of()));
    }

    private static Cell cell(String organisation, Period period, long numerator) {
        return new Cell(
                "test",
                organisation,
                period,
                new ExactCounts(numerator, OptionalLong.empty(), Optional.empty()),
                1,
                FigureStatus.FINAL,
                Instant.EPOCH);
    }

    private static IndicatorDefinition definition(Method method) {
        return new IndicatorDefinition(
                "test",
                1,
                "Test",
                LocalDate.EPOCH,
                new Citation("test", "test", Optional.empty()),
                DefinitionLevel.LOCAL,
                "test",
                Stage.LIVE,
                Dimension.SAFETY,
                Pathway.ACUTE_CARE,
                List.of("emergency-care"),
                Direction.LOWER,
                "events",
                "events",
                "",
                "",
                "",
                "",
                "",
                "",
                method,
                1,
                "",
                Optional.empty(),
                DisclosureRule.SMALL_NUMBERS,
                new CollectionPlan("test", CollectionPlan.Frequency.MONTHLY, 0),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }
}
