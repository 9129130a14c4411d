package org.silkthread.server.accounts.web;

import java.nio.charset.StandardCharsets;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Section;
import org.silkthread.server.web.component.PageLink;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A published account at its permanent address, as a page and as files. Before it is published there is nothing here. */
@Controller
@RequestMapping("/organisations/{code}/quality-account")
class PublicAccountController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final QualityAccounts accounts;
    private final AccountPage page;
    private final AccountFiles files;

    PublicAccountController(QualityAccounts accounts, AccountPage page, AccountFiles files) {
        this.accounts = accounts;
        this.page = page;
        this.files = files;
    }

    @GetMapping("/{year}")
    String read(@PathVariable String code, @PathVariable String year, PageFrame frame, Model model) {
        Publication.Public account = published(accounts, code, year);
        AccountView view = page.view(account);
        model.addAttribute("account", view);
        model.addAttribute(
                "frame",
                frame.titled(account.title())
                        .in(Section.ORGANISATIONS)
                        .under(
                                PageLink.to("Organisations", "/organisations"),
                                PageLink.to(view.organisation(), view.organisationHref())));
        return "accounts/account";
    }

    @GetMapping("/{year}.csv")
    ResponseEntity<String> csv(@PathVariable String code, @PathVariable String year) {
        return file(files.csv(published(accounts, code, year)), CSV, code, year, "csv");
    }

    @GetMapping("/{year}.json")
    ResponseEntity<AccountDocument> json(@PathVariable String code, @PathVariable String year) {
        return file(files.document(published(accounts, code, year)), MediaType.APPLICATION_JSON, code, year, "json");
    }

    private static <T> ResponseEntity<T> file(T body, MediaType type, String code, String year, String extension) {
        String name = "quality-account-" + code + "-" + year + "." + extension;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    /** The account, unless the public may not know of one. Draft, frozen and absent accounts answer alike. */
    static Publication.Public published(QualityAccounts accounts, String code, String year) {
        try {
            return accounts.find(code, FinancialYear.parse(year)).orElseThrow(PublicAccountController::nothing);
        } catch (IllegalArgumentException notAnAddress) {
            throw nothing();
        }
    }

    private static Refusal nothing() {
        return Refusal.notFound(
                "No Quality Account has been published at this address.",
                "Look at the list of Quality Accounts to see which ones there are and which are late.");
    }
}
