package org.silkthread.server.accounts.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.accounts.AccountCoverage;
import org.silkthread.server.accounts.AccountCoverage.Part;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.accounts.PrescribedStatements;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.accounts.web.AccountDocument.Comment;
import org.silkthread.server.accounts.web.AccountDocument.CorrectionNote;
import org.silkthread.server.accounts.web.AccountDocument.FigureRow;
import org.silkthread.server.accounts.web.AccountDocument.Reason;
import org.silkthread.server.accounts.web.AccountDocument.Text;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.disclosure.PublishedValue.Shown;
import org.silkthread.server.disclosure.WrittenNumber;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.publication.Corrected;
import org.silkthread.server.publication.Correcting;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.Published;
import org.silkthread.server.publication.SignedOff;
import org.silkthread.server.publication.Withdrawn;
import org.silkthread.server.web.component.Csv;
import org.springframework.stereotype.Component;

/** A published account as files, from the same cut and in the same disclosure as its page. */
@Component
class AccountFiles {

    private static final List<String> HEADINGS = List.of(
            "organisation",
            "year",
            "service_line",
            "dimension",
            "figure",
            "indicator",
            "title",
            "period",
            "numerator",
            "denominator",
            "value",
            "lower_95",
            "upper_95",
            "words",
            "standard",
            "source",
            "regulator",
            "not_shown_because",
            "cut",
            "cut_sha256",
            "definition_version");

    private final QualityAccounts accounts;
    private final PrescribedStatements statements;

    AccountFiles(QualityAccounts accounts, PrescribedStatements statements) {
        this.accounts = accounts;
        this.statements = statements;
    }

    /** One line for each figure of each service line, and one for each reason why there is none. */
    String csv(Publication.Public account) {
        StringBuilder out = new StringBuilder(Csv.line(HEADINGS));
        AccountCoverage coverage = accounts.coverage(account);
        for (Part part : coverage.parts()) {
            for (Figure figure : part.figures()) {
                out.append(Csv.line(cells(account, row(part, figure))));
            }
            if (!part.isMeasured()) {
                part.reason().ifPresent(reason -> out.append(Csv.line(cells(account, nothing(part, reason)))));
            }
        }
        return out.toString();
    }

    private static List<String> cells(Publication.Public account, FigureRow row) {
        return List.of(
                account.id().owner(),
                account.id().edition(),
                row.serviceLine(),
                row.dimension(),
                row.figure(),
                row.indicator(),
                row.title(),
                row.period(),
                number(row.numerator()),
                number(row.denominator()),
                number(row.value()),
                number(row.lower95()),
                number(row.upper95()),
                row.words(),
                row.standard(),
                row.source(),
                row.regulator(),
                row.notShown().orElse(""),
                account.cut().id().toString(),
                account.cut().hash(),
                number(row.definitionVersion()));
    }

    private static String number(Optional<? extends Number> number) {
        return number.map(known -> known instanceof BigDecimal decimal ? decimal.toPlainString() : known.toString())
                .orElse("");
    }

    private static FigureRow nothing(Part part, String reason) {
        return new FigureRow(
                part.serviceLine().code(),
                part.dimension().label(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "No figure",
                "",
                "",
                "",
                Optional.of(reason),
                Optional.empty());
    }

    private static FigureRow row(Part part, Figure figure) {
        Optional<Shown> shown = figure.shown();
        return new FigureRow(
                part.serviceLine().code(),
                part.dimension().label(),
                figure.id().code(),
                figure.id().indicator(),
                figure.definition().title(),
                figure.id().period().code(),
                shown.map(Shown::numeratorShown),
                shown.flatMap(Shown::denominator).map(count -> count.shown().orElseThrow()),
                shown.map(value -> WrittenNumber.of(value.value())),
                shown.map(value -> WrittenNumber.of(value.interval().lower())),
                shown.map(value -> WrittenNumber.of(value.interval().upper())),
                FigureWords.value(figure),
                StandardReached.words(figure),
                FigureTable.source(figure),
                FigureTable.markWords(figure),
                FigureWords.whyNot(figure),
                Optional.of(figure.definition().version()));
    }

    /** Everything, for programs. */
    AccountDocument document(Publication.Public account) {
        SignedOff signed = account.asPublished().signed();
        AccountCoverage coverage = accounts.coverage(account);
        return new AccountDocument(
                account.id().owner(),
                account.id().edition(),
                account.title(),
                QualityAccounts.address(
                        account.id().owner(), FinancialYear.parse(account.id().edition())),
                status(account),
                account.asPublished().release().at(),
                account.asPublished().release().by().name(),
                signed.signature().at(),
                signed.signature().by().name(),
                signed.signature().declaration(),
                account.cut().id(),
                account.cut().hash(),
                signed.frozen().seal().hash(),
                texts(account),
                coverage.parts().stream()
                        .flatMap(part -> part.figures().stream().map(figure -> row(part, figure)))
                        .toList(),
                coverage.parts().stream()
                        .flatMap(part -> part.reason().stream()
                                .map(reason -> new Reason(
                                        part.serviceLine().code(),
                                        part.dimension().label(),
                                        reason)))
                        .toList(),
                comments(signed.frozen()),
                account.corrections().stream()
                        .map(correction -> new CorrectionNote(
                                correction.number(),
                                correction.at(),
                                correction.by().name(),
                                correction.about(),
                                correction.words(),
                                correction.reason(),
                                correction.signedBy().name()))
                        .toList(),
                account instanceof Withdrawn withdrawn
                        ? Optional.of(withdrawn.withdrawal().reason())
                        : Optional.empty());
    }

    private static String status(Publication.Public account) {
        return switch (account) {
            case Published _ -> "published";
            case Correcting waiting -> waiting.corrections().isEmpty() ? "published" : "corrected";
            case Corrected _ -> "corrected";
            case Withdrawn _ -> "withdrawn";
        };
    }

    private List<Text> texts(Publication.Public account) {
        Manuscript manuscript = account.manuscript();
        List<Text> texts = new ArrayList<>();
        for (String key : manuscript.passages().keySet()) {
            Narrative.section(key)
                    .ifPresent(section ->
                            manuscript.text(key).ifPresent(text -> texts.add(new Text(key, section.title(), text))));
        }
        statements
                .of(FinancialYear.parse(account.id().edition()))
                .forEach(statement -> texts.add(
                        new Text(statement.section(), statement.title(), statements.words(statement, manuscript))));
        return texts;
    }

    private static List<Comment> comments(Frozen frozen) {
        return Arrays.stream(Commentator.values())
                .flatMap(body ->
                        frozen.attachment(body.key()).stream().map(given -> new Comment(body.title(), given.words())))
                .toList();
    }
}
