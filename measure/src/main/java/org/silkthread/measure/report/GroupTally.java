package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A group summed over patients, with its strata. */
public final class GroupTally {

    private final GroupDefinition group;
    private final PopulationTally total;
    private final List<TreeMap<StratumValue, PopulationTally>> strata = new ArrayList<>();
    private final long[] appliesTo;

    GroupTally(GroupDefinition group) {
        this.group = group;
        total = new PopulationTally(group);
        appliesTo = new long[group.stratifiers().size()];
        GroupOrder order = new GroupOrder(group);
        for (int i = 0; i < appliesTo.length; i++) {
            strata.add(new TreeMap<>());
            long bits = 0;
            for (PopulationCode code : group.stratifiers().get(i).appliesTo()) {
                bits |= order.bits(code);
            }
            appliesTo[i] = bits == 0 ? -1L : bits | order.bits(PopulationCode.MEASURE_OBSERVATION);
        }
    }

    void add(MemberSheet sheet) {
        for (int i = 0; i < sheet.size(); i++) {
            total.add(sheet.mask(i));
        }
        for (int i = 0; i < sheet.observations(); i++) {
            total.observe(sheet, i);
        }
        for (int s = 0; s < appliesTo.length; s++) {
            for (int i = 0; i < sheet.size(); i++) {
                stratum(s, sheet.stratum(s, i)).add(sheet.mask(i) & appliesTo[s]);
            }
            for (int i = 0; i < sheet.observations(); i++) {
                stratum(s, sheet.stratum(s, sheet.observedMember(i))).observe(sheet, i);
            }
        }
    }

    void addAll(GroupTally other) {
        total.addAll(other.total);
        for (int i = 0; i < strata.size(); i++) {
            int stratifier = i;
            other.strata
                    .get(i)
                    .forEach((value, tally) -> stratum(stratifier, value).addAll(tally));
        }
    }

    PopulationTally stratum(int stratifier, StratumValue value) {
        PopulationTally tally = strata.get(stratifier).get(value);
        if (tally == null) {
            tally = new PopulationTally(group);
            strata.get(stratifier).put(value, tally);
        }
        return tally;
    }

    /** Whether strata of a stratifier count a population. */
    boolean counts(int stratifier, int population) {
        return (appliesTo[stratifier] & 1L << population) != 0;
    }

    public GroupDefinition group() {
        return group;
    }

    public PopulationTally total() {
        return total;
    }

    /** The strata of a stratifier by its place in the group, ordered by their values. */
    public SortedMap<StratumValue, PopulationTally> strata(int stratifier) {
        return Collections.unmodifiableSortedMap(strata.get(stratifier));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupTally that && total.equals(that.total) && strata.equals(that.strata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(total, strata);
    }

    @Override
    public String toString() {
        return total.toString();
    }
}
