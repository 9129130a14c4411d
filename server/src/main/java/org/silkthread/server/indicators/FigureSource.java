package org.silkthread.server.indicators;

import java.time.Instant;

/**
 * Where a figure's counts come from. Of a sum, the latest of the sources.
 *
 * @param publication the publication or collection, in words
 * @param file the file as its sender named it
 * @param received when it came in
 * @param submission the number of the submission
 * @param definitionVersion the version of the definition that was in force for the period
 * @param methodVersion the version of the methods that gave value and interval
 * @param status how settled the counts are
 * @param recordedAt when the counts were written down
 */
public record FigureSource(
        String publication,
        String file,
        Instant received,
        long submission,
        int definitionVersion,
        String methodVersion,
        FigureStatus status,
        Instant recordedAt) {}
