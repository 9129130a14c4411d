package org.silkthread.server.persons;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An NHS number: ten digits of which the last checks the others (NHS Data Dictionary, NHS NUMBER). The first nine digits
 * are weighted 10 to 2 and summed; 11 less the remainder of that sum by 11 is the check digit, where 11 counts as 0 and
 * 10 means that the number was never given out.
 *
 * @param digits the ten digits
 */
public record NhsNumber(String digits) {

    private static final int LENGTH = 10;
    private static final int MODULUS = 11;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0-]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NATIONAL_INSURANCE = Pattern.compile("[A-Z]{2}[0-9]{6}[A-D]?");
    private static final String TEST_RANGE = "999";

    /**
     * @throws IllegalArgumentException if the digits are not an NHS number; the message says why without repeating them
     */
    public NhsNumber {
        fault(digits).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.words());
        });
    }

    /** What came of reading what somebody typed. */
    public sealed interface Reading {}

    /** It is an NHS number. */
    public record Accepted(NhsNumber number) implements Reading {}

    /** It is not, and this is why. */
    public record Refused(Fault fault) implements Reading {}

    /** Why something is not an NHS number. */
    public enum Fault {
        NOTHING("Enter the NHS number"),
        NATIONAL_INSURANCE_NUMBER(
                "This is a National Insurance number. An NHS number has 10 digits and no letters, like 999 012 3456"),
        NOT_DIGITS("Enter an NHS number with digits only, like 999 012 3456"),
        TOO_SHORT("Enter all 10 digits of the NHS number. There are too few"),
        TOO_LONG("Enter the 10 digits of the NHS number. There are too many"),
        NEVER_GIVEN_OUT("Check the NHS number. No NHS number has these first 9 digits"),
        WRONG_CHECK_DIGIT("Check the NHS number. One of its digits is not right");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to do about it. The number itself is never repeated: these words may reach a log. */
        public String words() {
            return words;
        }
    }

    /** Reads a number as people write it, with spaces or dashes. */
    public static Reading read(String typed) {
        String compact = SEPARATORS.matcher(typed.strip()).replaceAll("").toUpperCase(Locale.ROOT);
        return fault(compact).<Reading>map(Refused::new).orElseGet(() -> new Accepted(new NhsNumber(compact)));
    }

    private static Optional<Fault> fault(String compact) {
        if (compact.isEmpty()) {
            return Optional.of(Fault.NOTHING);
        }
        if (NATIONAL_INSURANCE.matcher(compact).matches()) {
            return Optional.of(Fault.NATIONAL_INSURANCE_NUMBER);
        }
        if (!DIGITS.matcher(compact).matches()) {
            return Optional.of(Fault.NOT_DIGITS);
        }
        if (compact.length() != LENGTH) {
            return Optional.of(compact.length() < LENGTH ? Fault.TOO_SHORT : Fault.TOO_LONG);
        }
        int check = checkValue(compact);
        if (check == LENGTH) {
            return Optional.of(Fault.NEVER_GIVEN_OUT);
        }
        return check == digit(compact, LENGTH - 1) ? Optional.empty() : Optional.of(Fault.WRONG_CHECK_DIGIT);
    }

    /** From 0 to 10. */
    private static int checkValue(String ten) {
        int sum = 0;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += digit(ten, place) * (LENGTH - place);
        }
        return (MODULUS - sum % MODULUS) % MODULUS;
    }

    private static int digit(String text, int place) {
        return text.charAt(place) - '0';
    }

    /** As people read it: {@code 999 012 3456}. */
    public String shown() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /** The last four digits: enough to tell two people apart, too few to be the number. */
    public String ending() {
        return digits.substring(6);
    }

    /** Whether it is of the range kept for tests, which no real person has. */
    public boolean isForTests() {
        return digits.startsWith(TEST_RANGE);
    }

    /** Never the number, which would then stand in logs. */
    @Override
    public String toString() {
        return "NhsNumber[…]";
    }
}
