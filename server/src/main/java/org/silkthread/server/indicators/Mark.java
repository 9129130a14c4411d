package org.silkthread.server.indicators;

import java.time.LocalDate;

/**
 * What somebody with the standing to say so says of a figure; shown wherever the figure is.
 *
 * @param kind who says it and of what kind, such as {@code validation}
 * @param label a few words, such as "Not validated"
 * @param explanation one or two sentences
 * @param href where to read more
 * @param date since when
 */
public record Mark(String kind, String label, String explanation, String href, LocalDate date) {}
