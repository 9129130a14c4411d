package org.silkthread.server.accounts.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.silkthread.server.accounts.Deadline;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ServiceLine;
import org.silkthread.server.publication.PublicationSummary;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Section;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Pages;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a year's accounts: which there are, and which are late. */
@Controller
class IndexController {

    private static final int PAGE = 50;
    private static final int YEARS = 6;

    /** The regulations exempt primary care. */
    private static final String EXEMPT = "general-practice";

    private final QualityAccounts accounts;
    private final Directory directory;
    private final Deadline deadline;
    private final Clock clock;

    IndexController(QualityAccounts accounts, Directory directory, Deadline deadline, Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.deadline = deadline;
        this.clock = clock;
    }

    @GetMapping("/quality-accounts")
    String list(
            @RequestParam(required = false) Optional<String> year,
            @RequestParam(defaultValue = "1") int page,
            PageFrame frame,
            Model model) {
        FinancialYear chosen = year.map(ProviderAccess::year).orElseGet(this::latestOver);
        Map<String, PublicationSummary> published = accounts.published().stream()
                .filter(summary -> summary.id().edition().equals(chosen.code()))
                .collect(Collectors.toMap(summary -> summary.id().owner(), Function.identity()));
        List<Organisation> providers = providers(chosen, published);
        int total = Pages.needed(providers.size(), PAGE);
        if (page < 1 || page > total) {
            throw Refusal.notFound("The list has no page " + page + ".", "Go to its first page.");
        }
        List<Organisation> shown =
                providers.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        model.addAttribute("view", view(chosen, published, providers.size(), shown, page, total));
        model.addAttribute(
                "frame",
                frame.titled("Quality Accounts " + ProviderController.years(chosen)
                                + (page > 1 ? ", page " + page : ""))
                        .in(Section.ORGANISATIONS)
                        .under(PageLink.to("Organisations", "/organisations")));
        return "accounts/index";
    }

    private FinancialYear latestOver() {
        return FinancialYear.of(UkTime.today(clock)).previous();
    }

    /** Whoever ran a service on the last day of the year, and whoever has published anyway; by name. */
    private List<Organisation> providers(FinancialYear year, Map<String, PublicationSummary> published) {
        Map<String, Organisation> found = new TreeMap<>(directory.findAll(published.keySet()));
        for (ServiceLine line : directory.serviceLines()) {
            if (!line.code().equals(EXEMPT)) {
                directory
                        .running(line.code(), year.end())
                        .forEach(organisation -> found.put(organisation.code(), organisation));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Organisation::name).thenComparing(Organisation::code))
                .toList();
    }

    private IndexView view(
            FinancialYear year,
            Map<String, PublicationSummary> published,
            int providers,
            List<Organisation> shown,
            int page,
            int total) {
        String heading = "Accounts of " + Wording.dates(year.start(), year.end());
        return new IndexView(
                years(year),
                heading,
                deadline.of(year)
                        .map(due -> "The day by which they must be published is " + Wording.date(due)
                                + ". General practices do not have to publish one.")
                        .orElse("No account was required for this year."),
                published.size() + " of " + Wording.counted(providers, "provider has", "providers have")
                        + " published theirs.",
                shown.isEmpty()
                        ? Optional.empty()
                        : Optional.of(table("Providers and their accounts", year, published, shown)),
                new Pages(page, total, number -> "/quality-accounts?year=" + year.code() + "&page=" + number));
    }

    private List<Choice> years(FinancialYear chosen) {
        FinancialYear latest = latestOver();
        return IntStream.range(0, YEARS)
                .mapToObj(back -> new FinancialYear(latest.startYear() - back))
                .map(year ->
                        Choice.of(year.code(), ProviderController.years(year)).chosenIf(year.equals(chosen)))
                .toList();
    }

    private Table table(
            String caption, FinancialYear year, Map<String, PublicationSummary> published, List<Organisation> shown) {
        return new Table(
                caption,
                List.of(Column.words("Provider"), Column.words("Kind"), Column.words("Account"), Column.words("When")),
                shown.stream()
                        .map(organisation ->
                                row(organisation, year, Optional.ofNullable(published.get(organisation.code()))))
                        .toList());
    }

    private List<Cell> row(Organisation organisation, FinancialYear year, Optional<PublicationSummary> account) {
        return Table.row(
                Cell.link(organisation.name(), organisation.href()),
                Cell.words(organisation.type().name()),
                account.map(summary -> Cell.link(
                                "Quality Account of " + organisation.name(),
                                QualityAccounts.address(organisation.code(), year)))
                        .orElse(Cell.words("None")),
                Cell.words(account.flatMap(PublicationSummary::publishedAt)
                        .map(at -> deadline.published(year, at) + note(account.get()))
                        .orElseGet(() -> deadline.notPublished(year))));
    }

    private static String note(PublicationSummary summary) {
        return switch (summary.stage()) {
            case CORRECTED -> ", corrected since";
            case WITHDRAWN -> ", withdrawn since";
            case DRAFT, FROZEN, SIGNED_OFF, PUBLISHED -> "";
        };
    }
}
