package org.silkthread.server.register;

import java.time.LocalDate;
import java.util.Optional;

/** What every entry of a register says about itself. A record implements this by having components of these names. */
public interface Content {

    /** The key within its kind; the same in every version. */
    String id();

    /** 1, 2, 3 ...: a change of any kind, even of a comma, needs the next number. */
    int version();

    String title();

    /** The first day on which this version holds. */
    LocalDate effectiveFrom();

    Citation citation();

    /** The last day on which this version holds, if it says so itself. The next version may end it sooner. */
    default Optional<LocalDate> effectiveTo() {
        return Optional.empty();
    }

    /** Where it stands in its life, in the words of its kind. */
    default String status() {
        return "live";
    }

    /** The body that answers for it: an organisation's code, or a name. */
    default String owner() {
        return "national";
    }
}
