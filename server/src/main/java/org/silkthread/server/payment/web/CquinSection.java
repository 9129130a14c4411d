package org.silkthread.server.payment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ProfileSection;
import org.silkthread.server.payment.CquinContracts;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;

/** Leads from a provider's page to the money that depends on its quality. */
@Component
class CquinSection implements ProfileSection {

    private static final int AFTER_FIGURES_AND_ACCOUNTS = 300;

    private final CquinContracts contracts;

    CquinSection(CquinContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public int order() {
        return AFTER_FIGURES_AND_ACCOUNTS;
    }

    @Override
    public Optional<Section> section(Organisation organisation, LocalDate date) {
        List<PageLink> years = contracts.years(organisation.code()).stream()
                .map(year -> link(organisation, year))
                .toList();
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "money", "Money that depends on quality", "payment/profileSection", new CquinYears(years)));
    }

    private static PageLink link(Organisation organisation, FinancialYear year) {
        return PageLink.to(
                "CQUIN payment for " + year.code().replace('-', '/'), organisation.href() + "/cquin/" + year.code());
    }
}
