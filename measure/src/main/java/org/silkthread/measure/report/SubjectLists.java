package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Who, or what, is in each population of a measure: patients, or resources such as {@code Encounter/1}. It grows with the
 * population, so it is gathered only when a subject list is asked for.
 */
public final class SubjectLists {

    private final MeasureDefinition measure;
    private final List<List<TreeSet<String>>> references = new ArrayList<>();

    public SubjectLists(MeasureDefinition measure) {
        this.measure = measure;
        for (GroupDefinition group : measure.groups()) {
            if (group.scoring() != Scoring.COMPOSITE) {
                List<TreeSet<String>> populations = new ArrayList<>();
                group.populations().forEach(population -> populations.add(new TreeSet<>()));
                references.add(populations);
            }
        }
    }

    /** Adds a patient's result of the same measure; results with errors that have no groups add nobody. */
    public void add(SubjectResult result) {
        int index = 0;
        for (int g = 0; g < result.groups().size(); g++) {
            GroupResult group = result.groups().get(g);
            if (measure.groups().get(g).scoring() == Scoring.COMPOSITE) {
                continue;
            }
            for (int p = 0; p < group.populations().size(); p++) {
                PopulationCount population = group.populations().get(p);
                if (population.count() > 0 && population.code() != PopulationCode.MEASURE_OBSERVATION) {
                    references
                            .get(index)
                            .get(p)
                            .addAll(
                                    population.members().isEmpty()
                                            ? List.of("Patient/" + result.patientId())
                                            : population.members());
                }
            }
            index++;
        }
    }

    public MeasureDefinition measure() {
        return measure;
    }

    String listId(int group, int population) {
        PopulationDefinition definition = definition(group, population);
        return definition.code() == PopulationCode.MEASURE_OBSERVATION
                ? ""
                : "subjects-" + (group + 1) + "-" + (population + 1);
    }

    int groups() {
        return references.size();
    }

    /** References in a population, in their order. */
    List<TreeSet<String>> populations(int group) {
        return references.get(group);
    }

    private PopulationDefinition definition(int group, int population) {
        return measure.groups().stream()
                .filter(any -> any.scoring() != Scoring.COMPOSITE)
                .toList()
                .get(group)
                .populations()
                .get(population);
    }
}
