package org.silkthread.server.web.chart;

import java.util.List;
import java.util.Locale;
import org.silkthread.server.web.Wording;

/** Turns of phrase that several charts share. */
final class Phrases {

    private Phrases() {}

    /** ' 2 of 36 are not shown: number too small to show.', or nothing when all are shown. */
    static String notShown(List<Reading> readings) {
        List<String> reasons = readings.stream()
                .filter(Reading.Missing.class::isInstance)
                .map(reading -> ((Reading.Missing) reading).reason())
                .toList();
        if (reasons.isEmpty()) {
            return "";
        }
        List<String> kinds =
                reasons.stream().distinct().map(Phrases::inSentence).toList();
        return " " + Wording.count(reasons.size()) + " of " + Wording.count(readings.size())
                + (reasons.size() == 1 ? " is" : " are") + " not shown: " + Wording.list(kinds) + ".";
    }

    /** As a sentence: with a full stop if it ends in none. */
    static String sentence(String words) {
        return words.endsWith(".") || words.endsWith("?") || words.endsWith("!") ? words : words + ".";
    }

    /** With a small first letter. */
    static String inSentence(String words) {
        return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }

    /** With a capital first letter. */
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
