package org.silkthread.server.accounts.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A published account for programs.
 *
 * @param status 'published', 'corrected' or 'withdrawn'
 * @param cut the id of the signed data cut that the figures come from
 * @param cutHash SHA-256 of the cut
 * @param seal SHA-256 of words and figures together
 * @param corrections oldest first; the figures are those that were signed
 */
record AccountDocument(
        String organisation,
        String year,
        String title,
        String address,
        String status,
        Instant publishedAt,
        String publishedBy,
        Instant signedAt,
        String signedBy,
        String declaration,
        UUID cut,
        String cutHash,
        String seal,
        List<Text> texts,
        List<FigureRow> figures,
        List<Reason> reasons,
        List<Comment> comments,
        List<CorrectionNote> corrections,
        Optional<String> withdrawn) {

    /** A part that somebody wrote or that was computed at the freeze. */
    record Text(String section, String title, String text) {}

    /**
     * A figure in a service line and dimension.
     *
     * @param value a share of 0 to 1 for proportions, else as the unit says; absent when it is not shown
     * @param notShown why there is no value
     * @param definitionVersion the version of the definition that the figure was computed by
     */
    record FigureRow(
            String serviceLine,
            String dimension,
            String figure,
            String indicator,
            String title,
            String period,
            Optional<Long> numerator,
            Optional<Long> denominator,
            Optional<BigDecimal> value,
            Optional<BigDecimal> lower95,
            Optional<BigDecimal> upper95,
            String words,
            String standard,
            String source,
            String regulator,
            Optional<String> notShown,
            Optional<Integer> definitionVersion) {}

    /** Why a service line has no figure in a dimension, or a word about one that is missing. */
    record Reason(String serviceLine, String dimension, String reason) {}

    /** What a body outside the provider said. */
    record Comment(String body, String words) {}

    /** A correction beside the signed account. */
    record CorrectionNote(
            int number, Instant at, String by, String about, String words, String reason, String signedBy) {}
}
