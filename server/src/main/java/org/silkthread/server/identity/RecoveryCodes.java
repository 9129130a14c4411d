package org.silkthread.server.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * New recovery codes: ten of sixteen characters (80 bits), without those that look alike. They are shown once and kept as
 * keyed hashes.
 *
 * @param codes as they are shown, in groups of four
 */
public record RecoveryCodes(List<String> codes) {

    private static final int HOW_MANY = 10;
    private static final int GROUPS = 4;
    private static final int IN_A_GROUP = 4;
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    static RecoveryCodes random() {
        return new RecoveryCodes(
                Stream.generate(RecoveryCodes::code).limit(HOW_MANY).toList());
    }

    private static String code() {
        return Stream.generate(RecoveryCodes::group).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group() {
        return IntStream.range(0, IN_A_GROUP)
                .mapToObj(i -> String.valueOf(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length()))))
                .collect(Collectors.joining());
    }

    /** A code as typed, without what does not matter: case, spaces and hyphens. */
    static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** Says nothing of the codes, so that no log can. */
    @Override
    public String toString() {
        return codes.size() + " recovery codes";
    }
}
