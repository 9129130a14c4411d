package org.silkthread.server.waits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a patient was offered before a pause. Until September 2015 an admitted clock was paused only for a patient who
 * declined at least two dates, each with at least three weeks' notice.
 *
 * @param dates how many dates for admission were offered
 * @param notice the days between the offer and the earliest of them
 */
record PauseOffers(int dates, int notice) {

    static final int FEWEST_DATES = 2;
    static final int SHORTEST_NOTICE = 21;

    private static final Pattern WRITTEN = Pattern.compile("offers=(\\d{1,3})\\s+notice=(\\d{1,4})");

    /**
     * Reads {@code offers=2 notice=21}.
     *
     * @throws IllegalArgumentException whose message says what was expected
     */
    static PauseOffers parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the dates offered and the days of notice, such as offers=2 notice=21");
        }
        return new PauseOffers(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    boolean areReasonable() {
        return dates >= FEWEST_DATES && notice >= SHORTEST_NOTICE;
    }
}
