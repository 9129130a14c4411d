package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * An account as its page shows it, to the public or, before it is published, to the provider.
 *
 * @param notices what readers must know before anything else: a preview, a withdrawal, corrections
 * @param notMet figures below their standard; shown before {@code met} and in the same size
 * @param facts who signed, when, over which cut and with which seal
 */
public record AccountView(
        String title,
        String organisation,
        String organisationHref,
        String year,
        List<Notice> notices,
        List<PageLink> contents,
        List<StandardLine> notMet,
        List<StandardLine> met,
        Prose statement,
        String signature,
        List<PriorityView> priorities,
        List<StatementView> statements,
        List<LineView> lines,
        Prose review,
        List<CommentView> comments,
        List<SummaryRow> facts,
        List<PageLink> downloads) {

    /** A box above the account. */
    public record Notice(String heading, List<String> sentences, Optional<Table> table) {}

    /** A figure measured against its minimum standard. */
    public record StandardLine(String indicator, String href, String words) {}

    /** A priority for the coming year. */
    public record PriorityView(String heading, Prose why, Prose monitoring) {}

    /** A statement that the regulations ask for. */
    public record StatementView(String item, String title, Prose text) {}

    /** A service line with its three dimensions. */
    public record LineView(String id, String name, List<DimensionView> dimensions) {}

    /**
     * A dimension of a service line.
     *
     * @param figures empty when a reason is given instead
     * @param reason why there is no figure, or a sentence about the gap; blank for none
     */
    public record DimensionView(String heading, Optional<Table> figures, Prose reason) {}

    /** What a body outside the provider said. */
    public record CommentView(String heading, Prose words, String entered) {}
}
