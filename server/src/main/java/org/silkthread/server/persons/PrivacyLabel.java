package org.silkthread.server.persons;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A mark on a part of a record that not everybody may see who may see the rest. The codes in files are those of the HL7
 * code system ActCode for the sensitivity of information.
 */
public enum PrivacyLabel {
    SEXUAL_HEALTH("sexual-health", "Sexual health", Set.of("SEX", "STD", "HIV")),
    MENTAL_HEALTH("mental-health", "Mental health", Set.of("MH", "PSY", "PSYTHPN")),
    ABUSE("abuse", "Violence and abuse", Set.of("SDV", "DVD", "IPV")),
    SUBSTANCE_USE("substance-use", "Alcohol and drugs", Set.of("ETH", "ALC", "SUD")),
    GENETIC("genetic", "Genetic information", Set.of("GDIS")),
    /** Only the person puts it on and takes it off. */
    HIDDEN_BY_PERSON("hidden-by-the-person", "Hidden by you", Set.of());

    private final String code;
    private final String words;
    private final Set<String> sensitivityCodes;

    PrivacyLabel(String code, String words, Set<String> sensitivityCodes) {
        this.code = code;
        this.words = words;
        this.sensitivityCodes = sensitivityCodes;
    }

    public String code() {
        return code;
    }

    /** As the person reads it. */
    public String words() {
        return words;
    }

    public static Optional<PrivacyLabel> of(String code) {
        return Arrays.stream(values()).filter(label -> label.code.equals(code)).findFirst();
    }

    /** The label of a code of HL7's ActCode. */
    public static Optional<PrivacyLabel> ofSensitivity(String code) {
        return Arrays.stream(values())
                .filter(label -> label.sensitivityCodes.contains(code))
                .findFirst();
    }
}
