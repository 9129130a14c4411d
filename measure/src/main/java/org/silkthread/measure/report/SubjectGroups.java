package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes a patient's result of a sheet. */
final class SubjectGroups {

    private SubjectGroups() {}

    static GroupResult group(GroupDefinition group, MemberSheet sheet) {
        GroupTally tally = new GroupTally(group);
        tally.add(sheet);
        List<PopulationCount> populations = new ArrayList<>();
        for (int i = 0; i < group.populations().size(); i++) {
            populations.add(new PopulationCount(
                    group.populations().get(i).id(),
                    group.populations().get(i).code(),
                    tally.total().count(i),
                    observations(sheet, i),
                    i < Long.SIZE ? sheet.references(1L << i) : List.of()));
        }
        return new GroupResult(
                group.id(), List.copyOf(populations), tally.total().score(), strata(group, tally));
    }

    private static List<BigDecimal> observations(MemberSheet sheet, int population) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < sheet.observations(); i++) {
            if (sheet.observedPopulation(i) == population) {
                values.add(sheet.observedValue(i));
            }
        }
        return List.copyOf(values);
    }

    private static List<StratumResult> strata(GroupDefinition group, GroupTally tally) {
        List<StratumResult> strata = new ArrayList<>();
        for (int s = 0; s < group.stratifiers().size(); s++) {
            int stratifier = s;
            tally.strata(s).forEach((value, counts) -> {
                List<PopulationCount> populations = new ArrayList<>();
                for (int i = 0; i < group.populations().size(); i++) {
                    if (tally.counts(stratifier, i)) {
                        PopulationDefinition population = group.populations().get(i);
                        populations.add(new PopulationCount(
                                population.id(), population.code(), counts.count(i), List.of(), List.of()));
                    }
                }
                strata.add(new StratumResult(
                        group.stratifiers().get(stratifier).label(), value, List.copyOf(populations), counts.score()));
            });
        }
        return List.copyOf(strata);
    }

    static GroupResult composite(CompositeTally tally) {
        return new GroupResult(
                tally.group().id(),
                List.of(
                        count(PopulationCode.DENOMINATOR, tally.denominator()),
                        count(PopulationCode.NUMERATOR, tally.numerator())),
                tally.score(),
                List.of());
    }

    private static PopulationCount count(PopulationCode code, long count) {
        return new PopulationCount("", code, count, List.of(), List.of());
    }
}
