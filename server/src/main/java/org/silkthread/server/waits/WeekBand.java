package org.silkthread.server.waits;

/**
 * The week of a wait, as the published files on referral to treatment name their columns: more than {@code above} weeks,
 * up to one more. A wait of exactly 18 weeks (126 days) is in {@code Gt 17 To 18}; a wait of 0 days counts in the first.
 *
 * @param above 0 to 104; 104 has no upper end
 */
public record WeekBand(int above) {

    private static final int LAST = 104;
    private static final int DAYS_IN_A_WEEK = 7;

    public WeekBand {
        if (above < 0 || above > LAST) {
            throw new IllegalArgumentException("Bands are 0 to " + LAST + ", not " + above);
        }
    }

    /**
     * @param days 0 or more
     */
    public static WeekBand of(long days) {
        if (days < 0) {
            throw new IllegalArgumentException("A wait is not negative: " + days);
        }
        return new WeekBand((int) Math.min(LAST, Math.max(0, (days - 1) / DAYS_IN_A_WEEK)));
    }

    /** {@code Gt 00 To 01} to {@code Gt 103 To 104}, and {@code Gt 104}. */
    public String code() {
        return above == LAST ? "Gt 104" : "Gt %02d To %02d".formatted(above, above + 1);
    }

    /** The column of the published files. */
    public String column() {
        return code() + " Weeks SUM 1";
    }
}
