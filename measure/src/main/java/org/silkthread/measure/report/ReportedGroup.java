package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group as a report shows it, whether it comes from a tally or from one patient. */
record ReportedGroup(
        GroupDefinition group,
        List<Population> populations,
        Score score,
        List<Stratifier> stratifiers,
        Optional<GapStatus> gap) {

    /** @param subjects the id of the contained List of its subjects; empty for none */
    record Population(
            String id,
            PopulationCode code,
            long count,
            Optional<PopulationDefinition> definition,
            Optional<ObservationTally> observations,
            String subjects) {}

    record Stratifier(StratifierDefinition definition, List<Stratum> strata) {}

    record Stratum(StratumValue value, List<Population> populations, Score score) {}

    static ReportedGroup of(GroupTally tally, Optional<SubjectLists> lists, int number) {
        List<Stratifier> stratifiers = new ArrayList<>();
        for (int s = 0; s < tally.group().stratifiers().size(); s++) {
            List<Stratum> strata = new ArrayList<>();
            int stratifier = s;
            tally.strata(s)
                    .forEach((value, counts) -> strata.add(new Stratum(
                            value,
                            populations(counts, index -> tally.counts(stratifier, index), index -> ""),
                            counts.score())));
            stratifiers.add(new Stratifier(tally.group().stratifiers().get(s), strata));
        }
        return new ReportedGroup(
                tally.group(),
                populations(
                        tally.total(),
                        index -> true,
                        index -> lists.map(all -> all.listId(number, index)).orElse("")),
                tally.total().score(),
                stratifiers,
                Optional.empty());
    }

    static ReportedGroup of(CompositeTally tally) {
        return new ReportedGroup(
                tally.group(),
                List.of(
                        plain(PopulationCode.DENOMINATOR, tally.denominator()),
                        plain(PopulationCode.NUMERATOR, tally.numerator())),
                tally.score(),
                List.of(),
                Optional.empty());
    }

    static ReportedGroup of(GroupDefinition group, GroupResult result) {
        List<Stratifier> stratifiers = new ArrayList<>();
        for (StratifierDefinition definition : group.stratifiers()) {
            List<Stratum> strata = new ArrayList<>();
            for (StratumResult stratum : result.strata()) {
                if (stratum.stratifierId().equals(definition.label())) {
                    strata.add(new Stratum(
                            stratum.value(), counted(group, stratum.populations(), false), stratum.score()));
                }
            }
            stratifiers.add(new Stratifier(definition, strata));
        }
        return new ReportedGroup(
                group,
                counted(group, result.populations(), group.scoring() != Scoring.COMPOSITE),
                result.score(),
                stratifiers,
                GapStatus.of(group, result));
    }

    private static Population plain(PopulationCode code, long count) {
        return new Population("", code, count, Optional.empty(), Optional.empty(), "");
    }

    private static List<Population> populations(
            PopulationTally tally,
            java.util.function.IntPredicate shown,
            java.util.function.IntFunction<String> subjects) {
        List<Population> populations = new ArrayList<>();
        for (int i = 0; i < tally.group().populations().size(); i++) {
            if (shown.test(i)) {
                PopulationDefinition definition = tally.group().populations().get(i);
                populations.add(new Population(
                        definition.id(),
                        definition.code(),
                        tally.count(i),
                        Optional.of(definition),
                        tally.observations(i),
                        subjects.apply(i)));
            }
        }
        return populations;
    }

    private static List<Population> counted(GroupDefinition group, List<PopulationCount> counts, boolean observed) {
        List<Population> populations = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            PopulationCount count = counts.get(i);
            if (!observed || count.code() != PopulationCode.MEASURE_OBSERVATION) {
                populations.add(plain(count.id(), count));
                continue;
            }
            PopulationDefinition definition = group.populations().get(i);
            ObservationTally tally = new PopulationTally(group).observations(i).orElseThrow();
            count.observations().forEach(value -> tally.add(value, ""));
            populations.add(new Population(
                    count.id(), count.code(), count.count(), Optional.of(definition), Optional.of(tally), ""));
        }
        return populations;
    }

    private static Population plain(String id, PopulationCount count) {
        return new Population(id, count.code(), count.count(), Optional.empty(), Optional.empty(), "");
    }
}
