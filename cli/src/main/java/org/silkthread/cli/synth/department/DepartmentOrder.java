package org.silkthread.cli.synth.department;

import java.util.Optional;

/**
 * Which department is to be played.
 *
 * @param seed which of the possible ones
 * @param organisation the code of its organisation, as messages name it
 * @param time when it runs; it is empty at the beginning
 * @param attendances how many come in a day, on average; at least 1
 * @param surge when more come than on other days
 * @param surgeFactor how many times as many come then; at least 1
 * @param stopped when its messages are held back; they all go out at the end of it
 */
public record DepartmentOrder(
        long seed,
        String organisation,
        Stretch time,
        int attendances,
        Optional<Stretch> surge,
        double surgeFactor,
        Optional<Stretch> stopped) {

    /** A large department's day. */
    public static final int ATTENDANCES = 400;

    public DepartmentOrder {
        if (attendances < 1) {
            throw new IllegalArgumentException("A department has at least 1 attendance a day");
        }
        if (surgeFactor < 1) {
            throw new IllegalArgumentException("In a surge come at least as many as else: a factor of 1 or more");
        }
        if (!organisation.matches("[A-Za-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("An organisation's code has 1 to 20 letters, digits and hyphens");
        }
    }

    /** An ordinary department without surge and without a stopped feed. */
    public static DepartmentOrder ordinary(long seed, String organisation, Stretch time, int attendances) {
        return new DepartmentOrder(seed, organisation, time, attendances, Optional.empty(), 1, Optional.empty());
    }
}
