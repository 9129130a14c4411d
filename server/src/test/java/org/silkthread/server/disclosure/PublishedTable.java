package org.silkthread.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Everything that is published of one indicator for a small country: regions with members, over some months, with the
 * totals of each member and region over the months, of each region and the country in each month, and over both.
 */
final class PublishedTable {

    private final long[][][] counts;
    private final int months;
    private final List<PublishedCount> published = new ArrayList<>();
    private final List<Attacker.Sum> sums = new ArrayList<>();
    private int cells;

    /**
     * @param counts by region, member and month
     */
    PublishedTable(long[][][] counts) {
        this.counts = counts;
        this.months = counts[0][0].length;
        publish();
    }

    /** All published counts; the cells come first. */
    List<PublishedCount> published() {
        return published;
    }

    List<Attacker.Sum> sums() {
        return sums;
    }

    /** How many of the published counts are counts of one member in one month. */
    int cells() {
        return cells;
    }

    int months() {
        return months;
    }

    /** The true counts of the cells. */
    List<Long> exact() {
        List<Long> exact = new ArrayList<>();
        for (long[][] region : counts) {
            for (long[] member : region) {
                for (long count : member) {
                    exact.add(count);
                }
            }
        }
        return exact;
    }

    /** The cells that a published count adds up. */
    List<Integer> cellsOf(int published) {
        if (published < cells) {
            return List.of(published);
        }
        return sums.stream().filter(sum -> sum.total() == published).findFirst().orElseThrow().parts().stream()
                .flatMap(part -> cellsOf(part).stream())
                .toList();
    }

    private void publish() {
        List<int[][]> cellsOfRegions = new ArrayList<>();
        for (long[][] region : counts) {
            int[][] ids = new int[region.length][months];
            for (int member = 0; member < region.length; member++) {
                for (int month = 0; month < months; month++) {
                    ids[member][month] = add(SmallNumbers.cell(region[member][month]));
                }
            }
            cellsOfRegions.add(ids);
        }
        cells = published.size();
        List<int[]> regionMonths = new ArrayList<>();
        List<Integer> regionYears = new ArrayList<>();
        for (int region = 0; region < counts.length; region++) {
            publishRegion(counts[region], cellsOfRegions.get(region), regionMonths, regionYears);
        }
        publishCountry(cellsOfRegions, regionMonths, regionYears);
    }

    private void publishRegion(long[][] region, int[][] ids, List<int[]> regionMonths, List<Integer> regionYears) {
        List<Integer> memberYears = new ArrayList<>();
        for (int member = 0; member < region.length; member++) {
            List<Integer> parts = list(months, month -> ids[memberOf(memberYears)][month]);
            memberYears.add(total(LongsOf.sum(region[member]), Reach.BELOW_NATIONAL, List.of(parts)));
        }
        int[] monthTotals = new int[months];
        for (int month = 0; month < months; month++) {
            int m = month;
            List<Integer> parts = list(region.length, member -> ids[member][m]);
            monthTotals[month] = total(LongsOf.column(region, month), Reach.BELOW_NATIONAL, List.of(parts));
        }
        regionMonths.add(monthTotals);
        List<Integer> all = IntStream.range(0, region.length)
                .boxed()
                .flatMap(member -> IntStream.of(ids[member]).boxed())
                .toList();
        regionYears.add(total(
                LongsOf.sum(region),
                Reach.BELOW_NATIONAL,
                List.of(all, memberYears, list(months, month -> monthTotals[month]))));
    }

    private static int memberOf(List<Integer> done) {
        return done.size();
    }

    private void publishCountry(List<int[][]> ids, List<int[]> regionMonths, List<Integer> regionYears) {
        List<Integer> countryMonths = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            int m = month;
            long sum = 0;
            List<Integer> all = new ArrayList<>();
            for (int region = 0; region < counts.length; region++) {
                sum += LongsOf.column(counts[region], month);
                for (int[] member : ids.get(region)) {
                    all.add(member[month]);
                }
            }
            List<Integer> regions =
                    list(regionMonths.size(), region -> regionMonths.get(region)[m]);
            countryMonths.add(total(sum, Reach.NATIONAL, List.of(all, regions)));
        }
        long sum = 0;
        for (long[][] region : counts) {
            sum += LongsOf.sum(region);
        }
        List<Integer> all = list(cells, cell -> cell);
        total(sum, Reach.NATIONAL, List.of(all, regionYears, countryMonths));
    }

    private int total(long sum, Reach reach, List<List<Integer>> splits) {
        List<Parts> parts = splits.stream().map(this::parts).toList();
        int id = add(SmallNumbers.total(sum, parts, reach));
        splits.forEach(split -> sums.add(new Attacker.Sum(id, split)));
        return id;
    }

    private Parts parts(List<Integer> ids) {
        Parts parts = Parts.NONE;
        for (int id : ids) {
            parts = parts.plus(published.get(id).range());
        }
        return parts;
    }

    private int add(PublishedCount count) {
        published.add(count);
        return published.size() - 1;
    }

    private static List<Integer> list(int size, IntFunction<Integer> element) {
        return IntStream.range(0, size).mapToObj(element).toList();
    }

    /** Sums over small tables. */
    private static final class LongsOf {

        private LongsOf() {}

        static long sum(long[] row) {
            long sum = 0;
            for (long value : row) {
                sum += value;
            }
            return sum;
        }

        static long sum(long[][] rows) {
            long sum = 0;
            for (long[] row : rows) {
                sum += sum(row);
            }
            return sum;
        }

        static long column(long[][] rows, int index) {
            long sum = 0;
            for (long[] row : rows) {
                sum += row[index];
            }
            return sum;
        }
    }
}
