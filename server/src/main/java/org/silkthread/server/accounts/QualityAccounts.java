package org.silkthread.server.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.accounts.Narrative.Priority;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.CutReading;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.FrozenCut;
import org.silkthread.server.publication.Gap;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.PublicationSummary;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.SignedOff;
import org.springframework.stereotype.Component;

/** The Quality Accounts of all providers, one for each financial year. */
@Component
public class QualityAccounts {

    /** The kind of publication that a Quality Account is. */
    public static final String KIND = "quality-account";

    private final Publications publications;
    private final LiveFigures live;
    private final AccountKind kind;
    private final PrescribedStatements statements;
    private final Directory directory;
    private final Cuts cuts;

    QualityAccounts(
            Publications publications,
            LiveFigures live,
            AccountKind kind,
            PrescribedStatements statements,
            Directory directory,
            Cuts cuts) {
        this.publications = publications;
        this.live = live;
        this.kind = kind;
        this.statements = statements;
        this.directory = directory;
        this.cuts = cuts;
    }

    /** The account of an organisation for a year, whether there is one or not. */
    public static PublicationId id(String organisation, FinancialYear year) {
        return new PublicationId(KIND, organisation, year.code());
    }

    /** Where the public reads it, for ever. */
    public static String address(String organisation, FinancialYear year) {
        return "/organisations/" + organisation + "/quality-account/" + year.code();
    }

    /** The account when the public may see it. */
    public Optional<Publication.Public> find(String organisation, FinancialYear year) {
        return publications.findPublic(id(organisation, year));
    }

    /** The account in whatever state, for the people who make it. */
    public Optional<Publication> inWork(String organisation, FinancialYear year) {
        return publications.find(id(organisation, year));
    }

    /** Every account that the public may see, by organisation and latest year first. */
    public List<PublicationSummary> published() {
        return all().stream().filter(summary -> summary.stage().isPublic()).toList();
    }

    /** What an organisation has published, latest year first. */
    public List<PublicationSummary> publishedBy(String organisation) {
        return publications.of(KIND, organisation).stream()
                .filter(summary -> summary.stage().isPublic())
                .toList();
    }

    /** Every account of an organisation, drafts included, latest year first. Not for the public. */
    public List<PublicationSummary> of(String organisation) {
        return publications.of(KIND, organisation);
    }

    /** Every account, drafts included, by organisation and latest year first. Not for the public. */
    public List<PublicationSummary> all() {
        return publications.all(KIND);
    }

    /**
     * Starts the account of a year; gives the present state if there is one already.
     *
     * @throws IllegalArgumentException if the directory does not know the organisation
     */
    public Publication open(String organisation, FinancialYear year, Actor.Person author) {
        String name = directory
                .find(organisation)
                .map(Organisation::name)
                .orElseThrow(() -> new IllegalArgumentException("No organisation has the code " + organisation));
        String title = "Quality Account of " + name + ", " + year.startYear() + " to " + (year.startYear() + 1);
        return publications.open(id(organisation, year), title, author);
    }

    /**
     * Writes sections of a draft.
     *
     * @throws IllegalArgumentException if a section is none that people write, or a text is too long
     */
    public Draft write(String organisation, FinancialYear year, int seen, Map<String, String> texts, Actor.Person by) {
        texts.forEach((section, text) -> {
            if (!isWritten(section, organisation, year) || text.length() > Narrative.LONGEST) {
                throw new IllegalArgumentException("No section '" + section + "' can be written so");
            }
        });
        return publications.write(id(organisation, year), seen, texts, by);
    }

    private boolean isWritten(String section, String organisation, FinancialYear year) {
        return Narrative.section(section).isPresent()
                || statements.of(year).stream()
                        .anyMatch(statement -> statement.section().equals(section))
                || live.serviceLines(organisation, year).stream().anyMatch(line -> isReasonOf(line.code(), section));
    }

    private static boolean isReasonOf(String serviceLine, String section) {
        return java.util.Arrays.stream(Dimension.values())
                .anyMatch(dimension ->
                        AccountCoverage.reasonSection(serviceLine, dimension).equals(section));
    }

    /** What is missing before the account may take its next step; empty when nothing is or none is left. */
    public List<Gap> gaps(Publication account) {
        return switch (account) {
            case Draft draft -> kind.gapsBeforeFreezing(draft);
            case Frozen frozen -> kind.gapsBeforeSigning(frozen);
            case SignedOff _, Publication.Public _ -> List.of();
        };
    }

    /** What the account shows: live figures while it is a draft, for ever those of its cut afterwards. */
    public AccountCoverage coverage(Publication account) {
        Optional<FrozenCut> cut = cut(account);
        if (cut.isEmpty()) {
            return live.coverage(
                    account.id().owner(), FinancialYear.parse(account.id().edition()), account.manuscript());
        }
        CutReading reading = cuts.read(cut.get().id(), Audience.everyone())
                .orElseThrow(() -> new IllegalStateException("The cut of " + account.id() + " is gone"));
        if (!reading.cut().sha256().equals(cut.get().hash())) {
            throw new IllegalStateException(account.id() + " does not match the cut that it was frozen with");
        }
        Manuscript manuscript = account.manuscript();
        return AccountCoverage.of(AccountKind.frozenServiceLines(manuscript), reading.figures(), manuscript);
    }

    /** The cut that the account's figures are read from, once there is one. */
    public static Optional<FrozenCut> cut(Publication account) {
        return switch (account) {
            case Draft _ -> Optional.empty();
            case Frozen frozen -> Optional.of(frozen.cut());
            case SignedOff signed -> Optional.of(signed.frozen().cut());
            case Publication.Public open -> Optional.of(open.cut());
        };
    }

    /** Whether a published account shows an indicator. */
    boolean shows(Publication.Public account, String indicator) {
        return cuts.find(account.cut().id()).stream()
                .flatMap(cut -> cut.figures().stream())
                .anyMatch(figure -> figure.indicator().equals(indicator));
    }

    /** The priorities that have been written, in order. */
    public static List<Priority> priorities(Manuscript manuscript) {
        return Narrative.priorities().stream()
                .filter(priority -> manuscript.text(priority.aim().key()).isPresent())
                .toList();
    }
}
