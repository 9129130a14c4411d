package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That one organisation took over from another.
 *
 * @param other the organisation before or after, with its name as it is now
 * @param on the day of taking over, when the source gives it
 */
public record Succession(Organisation other, Optional<LocalDate> on) {}
