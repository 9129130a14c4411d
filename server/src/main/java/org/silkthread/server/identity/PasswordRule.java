package org.silkthread.server.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes a password one that cannot be guessed soon. Which kinds of characters it has does not matter, and it never
 * runs out. Fifteen characters are what NIST SP 800-63B-4 asks where a password is the only factor, which it is for people
 * without a post.
 */
final class PasswordRule {

    static final int SHORTEST = 15;
    static final int LONGEST = 256;

    /** Of zxcvbn's 0 to 4: more than 10 to the 10th guesses, counted with its lists of stolen and common passwords. */
    private static final int LEAST_SCORE = 4;

    /** Estimating takes longer with length; what is strong in its first part is strong. */
    private static final int ESTIMATED = 64;

    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> OF_THIS_SERVICE =
            List.of("silkthread", "nhs", "hospital", "quality", "england", "account");
    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRule() {}

    /** What is wrong with a password in words for the person who chose it; empty when nothing is. */
    static Optional<String> fault(String username, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("A password has at least " + SHORTEST + " characters. Any characters will do.");
        }
        if (length > LONGEST) {
            return Optional.of("A password has at most " + LONGEST + " characters.");
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("A password has at least " + FEWEST_DIFFERENT + " different characters.");
        }
        String start = password.substring(0, Math.min(password.length(), ESTIMATED));
        if (ESTIMATE.measure(start, words(username)).getScore() < LEAST_SCORE) {
            return Optional.of("This password is one of the first that somebody would try. Choose words of your own.");
        }
        return Optional.empty();
    }

    /** What somebody would try first for this person: the parts of their name, and the words of this service. */
    private static List<String> words(String username) {
        List<String> words = new ArrayList<>(OF_THIS_SERVICE);
        words.add(username);
        words.addAll(List.of(username.split("[._-]")));
        return words;
    }
}
