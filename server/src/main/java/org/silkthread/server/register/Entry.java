package org.silkthread.server.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of one entry.
 *
 * @param effectiveTo the last day on which it holds: the day it names itself or the day before a newer version begins,
 *     whichever comes first; empty while it has no end. It is before {@code effectiveFrom} when a newer version took
 *     its place entirely.
 * @param contentHash SHA-256 of the content as written, in hexadecimal
 * @param recordedAt when this installation first held it
 */
public record Entry<T extends Record & Content>(
        String key,
        int version,
        String status,
        String owner,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        T content,
        String contentHash,
        Instant recordedAt) {

    /** Whether this version holds on {@code date}. */
    public boolean isEffectiveOn(LocalDate date) {
        return !date.isBefore(effectiveFrom)
                && effectiveTo.map(last -> !date.isAfter(last)).orElse(true);
    }
}
