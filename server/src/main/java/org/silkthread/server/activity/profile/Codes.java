package org.silkthread.server.activity.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.persons.NhsNumber;

/** The codes that messages of every form use for the same things. docs/reference/feeds.md has them. */
final class Codes {

    /** By which an observation says that something went wrong. */
    static final String COMPLICATION = "COMPLICATION";

    /** What a department's own system reports as an observation whose value is a time. */
    private static final Map<String, Kind> MOMENTS = Map.of(
            "ED-ASSESSED", Kind.ASSESSED,
            "ED-SEEN", Kind.SEEN,
            "ED-DECISION", Kind.DECIDED);

    /** The complications that have a word of their own; all others have a code of ICD-10. */
    private static final Set<String> WORDS =
            Set.of("RETURN-TO-THEATRE", "INFECTION", "BLEEDING", "THROMBOSIS", "READMISSION", "DEATH", "OTHER");

    private static final Pattern ICD_10 = Pattern.compile("[A-Z][0-9]{2}(\\.?[0-9X]{1,2})?");
    private static final Pattern OPCS_4 = Pattern.compile("[A-Z][0-9]{2}(\\.?[0-9])?");

    /** Of general practices in the organisation register, such as V81999. */
    private static final Pattern PRACTICE = Pattern.compile("[A-Z][0-9]{5}");

    /** What is expected of a complication, in words. */
    static final String COMPLICATIONS = "a code of ICD-10 or one of "
            + String.join(", ", WORDS.stream().sorted().toList());

    private Codes() {}

    /** The moment that an observation's code stands for. */
    static Optional<Kind> moment(String code) {
        return Optional.ofNullable(MOMENTS.get(code));
    }

    /** The code of a complication, if it is one. */
    static Optional<String> complication(String code) {
        return Optional.of(code)
                .filter(text -> WORDS.contains(text) || ICD_10.matcher(text).matches());
    }

    /** The code of a procedure without its dot, if it is one of OPCS-4. */
    static Optional<String> procedure(String code) {
        return Optional.of(code).filter(text -> OPCS_4.matcher(text).matches()).map(text -> text.replace(".", ""));
    }

    static boolean isPractice(String code) {
        return PRACTICE.matcher(code).matches();
    }

    /** An NHS number with the right check digit; a wrong one is none. */
    static Optional<String> nhsNumber(String text) {
        return switch (NhsNumber.read(text)) {
            case NhsNumber.Accepted(NhsNumber number) -> Optional.of(number.digits());
            case NhsNumber.Refused refused -> Optional.empty();
        };
    }
}
