package org.silkthread.server.accounts.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.SignedOff;
import org.silkthread.server.publication.Withdrawn;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.SummaryRow;

/** Who signed an account, when, and over what, in words. */
final class Signing {

    private Signing() {}

    /** What the signatory declares; the words are sealed with the signature. */
    static final String DECLARATION =
            "To the best of my knowledge the information in this Quality Account is accurate, and it shows what we did not"
                    + " achieve as well as what we did.";

    /** What is declared with the signature under a correction. */
    static final String CORRECTION_DECLARATION =
            "To the best of my knowledge this correction is accurate, and I have had no part in writing it.";

    static Optional<Frozen> frozen(Publication account) {
        return switch (account) {
            case Draft _ -> Optional.empty();
            case Frozen frozen -> Optional.of(frozen);
            case SignedOff signed -> Optional.of(signed.frozen());
            case Publication.Public open ->
                Optional.of(open.asPublished().signed().frozen());
        };
    }

    static Optional<SignedOff> signed(Publication account) {
        return switch (account) {
            case Draft _, Frozen _ -> Optional.empty();
            case SignedOff signed -> Optional.of(signed);
            case Publication.Public open -> Optional.of(open.asPublished().signed());
        };
    }

    /** The line under the statement on quality. */
    static String signature(Publication account) {
        return signed(account)
                .map(SignedOff::signature)
                .map(step ->
                        "“" + step.declaration() + "” Signed by " + step.by().name() + ", "
                                + step.by().role().toLowerCase(java.util.Locale.UK) + ", on " + day(step.at()) + ".")
                .orElse("Not signed yet.");
    }

    static List<SummaryRow> facts(Publication account) {
        List<SummaryRow> rows = new ArrayList<>();
        frozen(account).ifPresent(frozen -> {
            rows.add(SummaryRow.of(
                    "Figures frozen",
                    day(frozen.freezing().at()) + ", by "
                            + frozen.freezing().by().name()));
            rows.add(link(
                    "Data cut",
                    frozen.cut().id().toString(),
                    "/cuts/" + frozen.cut().id()));
            rows.add(SummaryRow.of("Hash of the cut", frozen.cut().hash()));
            rows.add(SummaryRow.of("Seal of words and figures", frozen.seal().hash()));
        });
        signed(account)
                .map(SignedOff::signature)
                .ifPresent(step -> rows.add(SummaryRow.of(
                        "Signed",
                        day(step.at()) + ", by " + step.by().name() + ", "
                                + step.by().role())));
        if (account instanceof Publication.Public open) {
            var release = open.asPublished().release();
            rows.add(SummaryRow.of(
                    "Published", moment(release.at()) + ", by " + release.by().name()));
            rows.add(SummaryRow.of("Corrections", corrections(open.corrections().size())));
        }
        if (account instanceof Withdrawn withdrawn) {
            rows.add(SummaryRow.of("Withdrawn", moment(withdrawn.withdrawal().at())));
        }
        if (rows.isEmpty()) {
            rows.add(SummaryRow.of("Figures", "Live. They are frozen before the account is signed."));
        } else if (QualityAccounts.cut(account).isPresent()) {
            rows.add(SummaryRow.of(
                    "Checked",
                    "Words and figures are the ones that were sealed. They are checked each time this page is shown."));
        }
        return rows;
    }

    private static String corrections(int count) {
        return count == 0 ? "None" : Wording.counted(count, "correction", "corrections") + ", shown at the top";
    }

    private static SummaryRow link(String key, String text, String href) {
        return SummaryRow.of(key, output -> {
            output.writeContent("<a href=\"");
            output.writeUserContent(href);
            output.writeContent("\">");
            output.writeUserContent(text);
            output.writeContent("</a>");
        });
    }

    /** '6 May 2024'. */
    static String day(Instant at) {
        return Wording.date(UkTime.at(at).toLocalDate());
    }

    /** '6 May 2024 at 5:30pm'. */
    static String moment(Instant at) {
        return day(at) + " at "
                + Wording.time(UkTime.at(at).toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
    }
}
