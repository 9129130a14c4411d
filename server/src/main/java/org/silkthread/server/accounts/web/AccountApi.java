package org.silkthread.server.accounts.web;

import java.time.Instant;
import java.util.List;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.publication.PublicationSummary;
import org.silkthread.server.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published accounts for programs. */
@RestController
@RequestMapping("/api/v1/quality-accounts")
class AccountApi {

    private static final int MOST = 500;

    private final QualityAccounts accounts;
    private final AccountFiles files;

    AccountApi(QualityAccounts accounts, AccountFiles files) {
        this.accounts = accounts;
        this.files = files;
    }

    /** One page of the list of published accounts. */
    record AccountList(int page, int size, long total, List<Listed> accounts) {}

    /** A published account in a list. */
    record Listed(
            String organisation,
            String year,
            String title,
            String stage,
            Instant publishedAt,
            int corrections,
            String address) {}

    /** Every published account, by organisation and latest year first. */
    @GetMapping
    AccountList list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        if (page < 1 || size < 1 || size > MOST) {
            throw Refusal.badRequest(
                    "A page has 1 to " + MOST + " accounts and pages are numbered from 1.",
                    "Ask for page=1 and size=" + MOST + " or fewer.");
        }
        List<PublicationSummary> published = accounts.published();
        List<Listed> listed = published.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(AccountApi::listed)
                .toList();
        return new AccountList(page, size, published.size(), listed);
    }

    /** One published account with its figures. */
    @GetMapping("/{organisation}/{year}")
    AccountDocument one(@PathVariable String organisation, @PathVariable String year) {
        return files.document(PublicAccountController.published(accounts, organisation, year));
    }

    private static Listed listed(PublicationSummary summary) {
        return new Listed(
                summary.id().owner(),
                summary.id().edition(),
                summary.title(),
                summary.stage().name().toLowerCase(java.util.Locale.ROOT),
                summary.publishedAt().orElseThrow(),
                summary.corrections(),
                QualityAccounts.address(
                        summary.id().owner(), FinancialYear.parse(summary.id().edition())));
    }
}
