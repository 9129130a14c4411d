package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;

/**
 * Which lines of a table are counts and which are totals of others.
 *
 * @param table the table as it was read
 * @param by the columns over which there are totals
 * @param lines counts and totals, in the order in which they are written
 * @param details how many of the lines are counts
 */
record DisclosureLayout(Table table, List<Column> by, List<Line> lines, int details) {

    private static final String TOTAL = "Total";
    private static final Set<String> TOTAL_LABELS = Set.of("total", "all", "grand total");

    /** A line. */
    sealed interface Line {

        /** What stands in a column. */
        String text(Column column);
    }

    /**
     * A line that counts.
     *
     * @param row the row
     * @param number its number among the counts, from 0
     */
    record Detail(Row row, int number) implements Line {

        @Override
        public String text(Column column) {
            return row.text(column);
        }
    }

    /**
     * A line that adds up others.
     *
     * @param row the row, if the table has one
     * @param labels what stands in the columns over which there are totals
     * @param number its number among the totals, from 0
     * @param members the numbers of the counts that it adds up
     */
    record Total(Optional<Row> row, Map<Column, String> labels, int number, List<Integer> members) implements Line {

        @Override
        public String text(Column column) {
            return row.map(found -> found.text(column)).orElseGet(() -> labels.getOrDefault(column, ""));
        }
    }

    static DisclosureLayout of(Table table, List<Column> by) {
        List<Detail> details = new ArrayList<>();
        for (Row row : table.rows()) {
            if (by.stream().noneMatch(column -> isTotal(row.text(column)))) {
                details.add(new Detail(row, details.size()));
            }
        }
        boolean hasTotals = details.size() < table.rows().size();
        List<Line> lines = hasTotals ? withTotals(table, by, details) : addingTotals(by, details);
        return new DisclosureLayout(table, by, lines, details.size());
    }

    /** The totals, in order. */
    List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        for (Line line : lines) {
            if (line instanceof Total total) {
                totals.add(total);
            }
        }
        return totals;
    }

    /** The counts, in order. */
    List<Detail> counts() {
        List<Detail> counts = new ArrayList<>();
        for (Line line : lines) {
            if (line instanceof Detail detail) {
                counts.add(detail);
            }
        }
        return counts;
    }

    private static List<Line> withTotals(Table table, List<Column> by, List<Detail> details) {
        List<Line> lines = new ArrayList<>();
        int detail = 0;
        int total = 0;
        for (Row row : table.rows()) {
            if (detail < details.size() && details.get(detail).row() == row) {
                lines.add(details.get(detail++));
                continue;
            }
            List<Integer> members = details.stream()
                    .filter(member -> by.stream()
                            .allMatch(column -> isTotal(row.text(column))
                                    || row.text(column).equals(member.row().text(column))))
                    .map(Detail::number)
                    .toList();
            lines.add(new Total(Optional.of(row), Map.of(), total++, members));
        }
        return lines;
    }

    /** All totals: over each of the columns, over each two of them, and so on. */
    private static List<Line> addingTotals(List<Column> by, List<Detail> details) {
        List<Line> lines = new ArrayList<>(details);
        int total = 0;
        for (int summed = 1; summed < 1 << by.size(); summed++) {
            Map<List<String>, List<Integer>> members = new HashMap<>();
            Set<List<String>> order = new LinkedHashSet<>();
            for (Detail detail : details) {
                List<String> key = new ArrayList<>();
                for (int i = 0; i < by.size(); i++) {
                    key.add((summed & (1 << i)) != 0 ? TOTAL : detail.row().text(by.get(i)));
                }
                order.add(key);
                members.computeIfAbsent(key, first -> new ArrayList<>()).add(detail.number());
            }
            for (List<String> key : order) {
                Map<Column, String> labels = new HashMap<>();
                for (int i = 0; i < by.size(); i++) {
                    labels.put(by.get(i), key.get(i));
                }
                lines.add(new Total(Optional.empty(), labels, total++, members.getOrDefault(key, List.of())));
            }
        }
        return lines;
    }

    private static boolean isTotal(String text) {
        String label = text.strip().toLowerCase(Locale.ROOT);
        return TOTAL_LABELS.contains(label) || label.startsWith("all ");
    }
}
