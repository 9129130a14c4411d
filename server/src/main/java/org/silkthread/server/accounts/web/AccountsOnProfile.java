package org.silkthread.server.accounts.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ProfileSection;
import org.silkthread.server.publication.PublicationSummary;
import org.silkthread.server.publication.PublicationSummary.Stage;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;

/** The published Quality Accounts on an organisation's page. */
@Component
public class AccountsOnProfile implements ProfileSection {

    private static final int ORDER = 200;

    private final QualityAccounts accounts;

    AccountsOnProfile(QualityAccounts accounts) {
        this.accounts = accounts;
    }

    /** What the section shows. */
    public record Published(List<PageLink> accounts, String otherwise) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Section> section(Organisation organisation, LocalDate date) {
        if (!organisation.level().givesCare()) {
            return Optional.empty();
        }
        List<PageLink> links = accounts.publishedBy(organisation.code()).stream()
                .map(AccountsOnProfile::link)
                .toList();
        return Optional.of(new Section(
                "quality-accounts",
                "Quality Accounts",
                "accounts/section",
                new Published(links, organisation.name() + " has not published a Quality Account here.")));
    }

    private static PageLink link(PublicationSummary summary) {
        FinancialYear year = FinancialYear.parse(summary.id().edition());
        String years = year.startYear() + " to " + (year.startYear() + 1);
        return PageLink.to(
                "Quality Account " + years + note(summary),
                QualityAccounts.address(summary.id().owner(), year));
    }

    private static String note(PublicationSummary summary) {
        if (summary.stage() == Stage.WITHDRAWN) {
            return " (withdrawn)";
        }
        return summary.corrections() > 0 ? " (corrected)" : "";
    }
}
