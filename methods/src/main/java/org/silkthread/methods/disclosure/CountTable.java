package org.silkthread.methods.disclosure;

import java.util.List;

/**
 * Counts of people and which of them are added up in a published total.
 *
 * @param counts the true counts, not negative
 * @param totals for each total the numbers of the counts that it adds up, from 0
 */
public record CountTable(List<Long> counts, List<List<Integer>> totals) {

    /** Keeps its own copies and checks the numbers. */
    public CountTable {
        counts = List.copyOf(counts);
        totals = totals.stream().map(List::copyOf).toList();
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("A count is not negative");
        }
        int cells = counts.size();
        if (totals.stream().flatMap(List::stream).anyMatch(cell -> cell < 0 || cell >= cells)) {
            throw new IllegalArgumentException("A total adds up cells of the table");
        }
    }

    /** The true value of a total. */
    public long total(int number) {
        return totals.get(number).stream().mapToLong(counts::get).sum();
    }
}
