package org.silkthread.server.accounts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.accounts.web.AccountView.Notice;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.publication.Correcting;
import org.silkthread.server.publication.Correction;
import org.silkthread.server.publication.FrozenCut;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.Step;
import org.silkthread.server.publication.Withdrawn;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** What has been put right since an account was signed, and what should be. The signed figures never change. */
@Component
class Corrections {

    private final QualityAccounts accounts;
    private final Cuts cuts;
    private final Figures figures;

    Corrections(QualityAccounts accounts, Cuts cuts, Figures figures) {
        this.accounts = accounts;
        this.cuts = cuts;
        this.figures = figures;
    }

    /** What stands on top of a published account, latest first. */
    List<Notice> notices(Publication.Public account) {
        List<Notice> notices = new ArrayList<>();
        if (account instanceof Withdrawn withdrawn) {
            notices.add(new Notice(
                    "Withdrawn on " + Signing.day(withdrawn.withdrawal().at()),
                    List.of(
                            withdrawn.withdrawal().by().name() + " withdrew this account: "
                                    + withdrawn.withdrawal().reason(),
                            "It stays here so that everybody can see what was published. Do not rely on it."),
                    Optional.empty()));
        }
        for (Correction correction : account.corrections().reversed()) {
            notices.add(notice(account, correction));
        }
        return notices;
    }

    private Notice notice(Publication.Public account, Correction correction) {
        return new Notice(
                "Correction " + correction.number() + ", " + Signing.day(correction.at()),
                List.of(
                        "About: " + about(account, correction.about()) + ".",
                        correction.words(),
                        "Why it was wrong: " + correction.reason(),
                        "Written by " + correction.by().name() + ", signed by "
                                + correction.signedBy().name() + ". The account below is as it was signed."),
                correction
                        .figures()
                        .flatMap(cut -> beside(account, "Correction " + correction.number(), correction.about(), cut)));
    }

    /** The signed figure and the right one beside each other. */
    private Optional<Table> beside(Publication.Public account, String caption, String about, FrozenCut cut) {
        Optional<Figure> signed = signed(account, about);
        Optional<Figure> right =
                cuts.read(cut.id(), Audience.everyone()).flatMap(reading -> reading.figure(FigureId.parse(about)));
        if (signed.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Table(
                caption + ": " + signed.get().definition().title(),
                List.of(Column.words("Version"), Column.numbers("Figure"), Column.words("Based on")),
                List.of(row("As signed", signed.get()), row("Corrected", right.get()))));
    }

    /** What a correction that waits for its signature would show beside the signed figure. */
    Optional<Table> proposed(Correcting account) {
        Step.Propose proposal = account.proposal();
        return proposal.figures().flatMap(cut -> beside(account, "The correction", proposal.about(), cut));
    }

    private static List<Cell> row(String version, Figure figure) {
        return Table.row(
                Cell.words(version),
                Cell.figure(FigureWords.value(figure), FigureWords.value(figure)),
                Cell.words(FigureWords.base(figure)));
    }

    private Optional<Figure> signed(Publication.Public account, String code) {
        return signedFigures(account).stream()
                .filter(figure -> figure.id().code().equals(code))
                .findFirst();
    }

    private List<Figure> signedFigures(Publication account) {
        return accounts.coverage(account).parts().stream()
                .flatMap(part -> part.figures().stream())
                .distinct()
                .toList();
    }

    /** What a correction is about, in words. */
    String about(Publication account, String about) {
        return Narrative.section(about)
                .map(Narrative.Section::title)
                .or(() -> signedFigures(account).stream()
                        .filter(figure -> figure.id().code().equals(about))
                        .map(figure -> figure.definition().title())
                        .findFirst())
                .orElse("The account");
    }

    /** A figure that is not what readers of the account are told: as it was signed or last corrected, and today. */
    record Changed(Figure was, Figure now) {}

    /** Figures whose public value differs today from the one that stands in the account: each is offered as a correction. */
    List<Changed> changed(Publication.Public account) {
        List<Changed> changed = new ArrayList<>();
        for (Figure signed : signedFigures(account)) {
            Figure was = corrected(account, signed.id()).orElse(signed);
            figures.find(signed.id(), Audience.everyone())
                    .filter(now -> !now.value().equals(was.value()))
                    .ifPresent(now -> changed.add(new Changed(was, now)));
        }
        return changed;
    }

    /** The figure as it was last corrected. */
    private Optional<Figure> corrected(Publication.Public account, FigureId id) {
        return account.corrections().reversed().stream()
                .filter(correction -> correction.about().equals(id.code()))
                .findFirst()
                .flatMap(Correction::figures)
                .flatMap(cut -> cuts.read(cut.id(), Audience.everyone()))
                .flatMap(reading -> reading.figure(id));
    }

    /** Was and is of the figures that changed, each with a way to correct it; empty when none has changed. */
    Optional<Table> changes(Publication.Public account, String address) {
        List<List<Cell>> rows = changed(account).stream()
                .map(change -> Table.row(
                        Cell.words(change.now().definition().title()),
                        Cell.words(said(change.was())),
                        Cell.words(said(change.now())),
                        Cell.link(
                                "Correct it",
                                address + "?figure=" + change.now().id().code())))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "These figures have changed since the account was signed",
                        List.of(
                                Column.words("Indicator"),
                                Column.words("Was"),
                                Column.words("Is now"),
                                Column.words("What you can do")),
                        rows));
    }

    private static String said(Figure figure) {
        return FigureWords.value(figure) + ", " + FigureWords.base(figure);
    }

    /** What a correction can be about: the account's figures by their code. */
    List<Figure> figures(Publication account) {
        return signedFigures(account);
    }

    /** The figure of this code when the account shows it. */
    Optional<FigureId> figure(Publication account, String code) {
        return signedFigures(account).stream()
                .map(Figure::id)
                .filter(id -> id.code().equals(code))
                .findFirst();
    }
}
