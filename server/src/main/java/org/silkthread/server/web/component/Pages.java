package org.silkthread.server.web.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Where a reader is in a list that is spread over several pages.
 *
 * @param current the page being read, from 1
 * @param total how many pages there are, at least 1
 * @param address the address of a page, given its number
 */
public record Pages(int current, int total, IntFunction<String> address) {

    public Pages {
        if (total < 1 || current < 1 || current > total) {
            throw new IllegalArgumentException("There is no page " + current + " of " + total);
        }
    }

    /** How many pages so many items fill, at least 1. */
    public static int needed(long items, int itemsPerPage) {
        return Math.toIntExact(Math.max(1, (items + itemsPerPage - 1) / itemsPerPage));
    }

    public Optional<String> previous() {
        return current == 1 ? Optional.empty() : Optional.of(address.apply(current - 1));
    }

    public Optional<String> next() {
        return current == total ? Optional.empty() : Optional.of(address.apply(current + 1));
    }

    /** The numbered links: the first, the last, the current one and its neighbours, with gaps between. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= total; number++) {
            if (number == 1 || number == total || Math.abs(number - current) <= 1) {
                if (number - last > 1) {
                    items.add(new Gap());
                }
                items.add(new Page(number, address.apply(number), number == current));
                last = number;
            }
        }
        return items;
    }

    /** A place in the row of numbers. */
    public sealed interface Item {}

    /** A numbered page. */
    public record Page(int number, String href, boolean isCurrent) implements Item {}

    /** Pages left out. */
    public record Gap() implements Item {}
}
