package org.silkthread.server.accounts.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silkthread.server.accounts.Deadline;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.accounts.web.ProviderView.OrganisationView;
import org.silkthread.server.accounts.web.ProviderView.Start;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.publication.PublicationSummary;
import org.silkthread.server.publication.PublicationSummary.Stage;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a provider's people start. */
@Controller
class ProviderController {

    /** Accounts of so many years that are over can be started. */
    private static final int YEARS_BACK = 3;

    private final ProviderAccess access;
    private final QualityAccounts accounts;
    private final Directory directory;
    private final Deadline deadline;
    private final Clock clock;

    ProviderController(
            ProviderAccess access, QualityAccounts accounts, Directory directory, Deadline deadline, Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.directory = directory;
        this.deadline = deadline;
        this.clock = clock;
    }

    @GetMapping("/provider")
    String home(PageFrame frame, Model model) {
        SignedIn person = access.person();
        Set<String> codes = new TreeSet<>(person.organisations(Role.QUALITY_LEAD));
        codes.addAll(person.organisations(Role.ACCOUNTABLE_OFFICER));
        codes.addAll(person.organisations(Role.CLINICIAN));
        model.addAttribute(
                "view",
                new ProviderView(codes.stream()
                        .map(code -> organisation(code, person.holds(Role.QUALITY_LEAD, code)))
                        .toList()));
        model.addAttribute("frame", frame.titled("Your organisations").under());
        return "accounts/provider";
    }

    private OrganisationView organisation(String code, boolean writes) {
        boolean seesDrafts = writes || access.person().holds(Role.ACCOUNTABLE_OFFICER, code);
        List<PublicationSummary> held = accounts.of(code).stream()
                .filter(summary -> seesDrafts || summary.stage().isPublic())
                .toList();
        return new OrganisationView(
                directory.find(code).map(Organisation::name).orElse("Organisation " + code),
                "/organisations/" + code,
                held.isEmpty() ? Optional.empty() : Optional.of(table(code, held, seesDrafts)),
                writes ? starts(code, held) : List.of());
    }

    private Table table(String code, List<PublicationSummary> held, boolean seesDrafts) {
        return new Table(
                "Quality Accounts of organisation " + code,
                List.of(
                        Column.words("Year"),
                        Column.words("Where it stands"),
                        Column.words("Deadline"),
                        Column.words("Next step")),
                held.stream().map(summary -> row(summary, seesDrafts)).toList());
    }

    private List<Cell> row(PublicationSummary summary, boolean seesDrafts) {
        FinancialYear year = FinancialYear.parse(summary.id().edition());
        String work = "/provider/accounts/" + summary.id().owner() + "/" + year.code();
        return Table.row(
                Cell.words(years(year)),
                Cell.words(stage(summary.stage())),
                Cell.words(summary.publishedAt()
                        .map(at -> deadline.published(year, at))
                        .orElseGet(() -> deadline.standing(year))),
                seesDrafts
                        ? Cell.link(next(summary.stage()), work)
                        : Cell.link(
                                "Read it", QualityAccounts.address(summary.id().owner(), year)));
    }

    static String years(FinancialYear year) {
        return year.startYear() + " to " + (year.startYear() + 1);
    }

    static String stage(Stage stage) {
        return switch (stage) {
            case DRAFT -> "Draft";
            case FROZEN -> "Frozen, not signed";
            case SIGNED_OFF -> "Signed, not published";
            case PUBLISHED -> "Published";
            case CORRECTED -> "Published and corrected";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private static String next(Stage stage) {
        return switch (stage) {
            case DRAFT -> "Go on with the draft";
            case FROZEN -> "Add what others say, then sign";
            case SIGNED_OFF -> "Publish it";
            case PUBLISHED, CORRECTED -> "See it, or correct it";
            case WITHDRAWN -> "See why";
        };
    }

    private List<Start> starts(String code, List<PublicationSummary> held) {
        Set<String> years = held.stream().map(summary -> summary.id().edition()).collect(Collectors.toSet());
        List<Start> starts = new ArrayList<>();
        FinancialYear current = FinancialYear.of(UkTime.today(clock));
        for (int back = 0; back <= YEARS_BACK; back++) {
            FinancialYear year = new FinancialYear(current.startYear() - back);
            if (!years.contains(year.code())) {
                starts.add(new Start(
                        "Start the account of " + years(year), "/provider/accounts/" + code + "/" + year.code()));
            }
        }
        return starts;
    }
}
