package org.silkthread.server.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What makes a password one that cannot be guessed soon. Which kinds of characters it has does not matter. */
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 256;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int FEWEST_OF_ITS_OWN = 4;

    /** What the lists of stolen passwords are made of; digits in a row are left out beside these. */
    private static final List<String> COMMON = List.of(
            "password",
            "passwort",
            "qwertyuiop",
            "qwerty",
            "azerty",
            "asdfgh",
            "zxcvbn",
            "letmein",
            "welcome",
            "iloveyou",
            "administrator",
            "admin",
            "changeme",
            "secret",
            "default",
            "login",
            "abcdef",
            "abc",
            "football",
            "monkey",
            "dragon",
            "sunshine",
            "princess",
            "master",
            "hospital",
            "silkthread",
            "nhs",
            "england",
            "summer",
            "winter",
            "spring",
            "autumn");

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
        if (ownPart(username, password) < FEWEST_OF_ITS_OWN) {
            return Optional.of("This password is one of the first that somebody would try. Choose words of your own.");
        }
        return Optional.empty();
    }

    /** How many letters are left when everything common is taken out, read as it stands and without disguises. */
    private static int ownPart(String username, String password) {
        String typed = password.toLowerCase(Locale.ROOT);
        return Math.min(
                lettersLeft(lettersAndDigits(username), lettersAndDigits(typed)),
                lettersLeft(lettersAndDigits(undisguised(username)), lettersAndDigits(undisguised(typed))));
    }

    private static int lettersLeft(String username, String password) {
        String left = password.replace(username, "");
        for (String word : COMMON) {
            left = left.replace(word, "");
        }
        return (int) left.codePoints().filter(Character::isLetter).count();
    }

    private static String lettersAndDigits(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Undoes the usual disguises of letters: p4$$w0rd. */
    private static String undisguised(String text) {
        return text.replace('0', 'o')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
