package org.silkthread.server.disclosure;

import java.util.List;

/**
 * The small-number rule. Counts of one organisation: 0 is shown, 1 to 7 are hidden, others are rounded to the nearest 5.
 * Totals: rounded after summing, and moved, widened or hidden where that would narrow what is published of any part; the
 * total of the country is exact wherever it can be.
 *
 * <p>How a total is published follows from the published ranges of its parts and from which stretch of possible totals
 * the true one lies in. The stretches cover all possible totals, depend on published ranges only, and each reaches at
 * least the slack of the parts into the possible totals from both ends; so no stretch tells more about a part than the
 * part's own published range. The README of this room has the reasoning and its limits.
 *
 * <p>Source of 1 to 7 and 5: NHS Digital, "Disclosure control methodology for Hospital Episode Statistics and Emergency
 * Care Data Set", 2018.
 */
public final class SmallNumbers {

    private static final long LARGEST_HIDDEN = 7;
    private static final long STEP = 5;
    private static final long HALF_STEP = STEP / 2;
    private static final long SMALLEST_SHOWN = 10;

    private SmallNumbers() {}

    /** What one organisation counted in one period, as everyone sees it. */
    public static PublishedCount cell(long count) {
        if (count == 0) {
            return PublishedCount.exact(0);
        }
        if (count <= LARGEST_HIDDEN) {
            return PublishedCount.hidden(WithheldReason.TOO_SMALL, new CountRange(1, LARGEST_HIDDEN));
        }
        long rounded = nearest(count);
        return PublishedCount.rounded(rounded, new CountRange(rounded - HALF_STEP, rounded + HALF_STEP));
    }

    /**
     * A count that must not be shown because the group it counts in is hidden: it may be any from 0 to the most that
     * group can have, and that is all that can be known.
     */
    public static PublishedCount within(PublishedCount hiddenGroup) {
        return PublishedCount.hidden(
                WithheldReason.TOO_SMALL, new CountRange(0, hiddenGroup.range().high()));
    }

    /**
     * A total of published parts, as everyone sees it.
     *
     * @param total the exact sum
     * @param splits every published way to split the total, at least one; each adds up to the total
     * @param reach whether the total covers the country
     */
    public static PublishedCount total(long total, List<Parts> splits, Reach reach) {
        long low = splits.stream().mapToLong(Parts::low).max().orElseThrow();
        long high = splits.stream().mapToLong(Parts::high).min().orElseThrow();
        if (total < low || total > high) {
            throw new IllegalArgumentException("The total lies outside what its parts can add up to");
        }
        CountRange possible = new CountRange(low, high);
        if (low == high) {
            // The published parts already give the total.
            return reach == Reach.NATIONAL
                    ? PublishedCount.exact(total)
                    : cell(total).knownAs(possible);
        }
        long lowCut = splits.stream()
                .mapToLong(split -> split.low() + split.slack())
                .max()
                .orElseThrow();
        long highCut = splits.stream()
                .mapToLong(split -> split.high() - split.slack())
                .min()
                .orElseThrow();
        return switch (reach) {
            case NATIONAL -> national(total, possible, lowCut, highCut);
            case BELOW_NATIONAL -> belowNational(total, possible, lowCut, highCut);
        };
    }

    /** A total that is not published, although its parts are: nothing more is known than what they add up to. */
    public static PublishedCount hidden(List<Parts> splits) {
        long low = splits.stream().mapToLong(Parts::low).max().orElseThrow();
        long high = splits.stream().mapToLong(Parts::high).min().orElseThrow();
        return PublishedCount.hidden(WithheldReason.TOO_SMALL, new CountRange(low, high));
    }

    /** Exact strictly between the cuts; at either end the whole end is one stretch. */
    private static PublishedCount national(long total, CountRange possible, long lowCut, long highCut) {
        if (highCut - lowCut < 2) {
            return stretch(possible);
        }
        if (total <= lowCut) {
            return stretch(new CountRange(possible.low(), lowCut));
        }
        if (total >= highCut) {
            return stretch(new CountRange(highCut, possible.high()));
        }
        return PublishedCount.exact(total);
    }

    /** Steps of 5 between the cuts, the first and last of them widened to the ends, and one hidden stretch if low. */
    private static PublishedCount belowNational(long total, CountRange possible, long lowCut, long highCut) {
        boolean mayBeSmall = possible.low() <= LARGEST_HIDDEN;
        long first =
                mayBeSmall ? Math.max(SMALLEST_SHOWN, stepFrom(lowCut + HALF_STEP + 1)) : stepFrom(lowCut - HALF_STEP);
        long last = stepUpTo(highCut + HALF_STEP);
        if (first > last) {
            return stretch(possible);
        }
        if (mayBeSmall && total < first - HALF_STEP) {
            return stretch(new CountRange(possible.low(), first - HALF_STEP - 1));
        }
        long shown = Math.clamp(nearest(total), first, last);
        long from = shown == first && !mayBeSmall ? possible.low() : shown - HALF_STEP;
        long to = shown == last ? possible.high() : shown + HALF_STEP;
        return PublishedCount.rounded(shown, new CountRange(from, to));
    }

    private static PublishedCount stretch(CountRange range) {
        if (range.low() > LARGEST_HIDDEN) {
            return PublishedCount.rounded(nearest((range.low() + range.high()) / 2), range);
        }
        WithheldReason reason = range.high() <= LARGEST_HIDDEN ? WithheldReason.TOO_SMALL : WithheldReason.WOULD_REVEAL;
        return PublishedCount.hidden(reason, range);
    }

    private static long nearest(long count) {
        return (count + HALF_STEP) / STEP * STEP;
    }

    private static long stepFrom(long lowest) {
        return Math.ceilDiv(lowest, STEP) * STEP;
    }

    private static long stepUpTo(long highest) {
        return Math.floorDiv(highest, STEP) * STEP;
    }
}
