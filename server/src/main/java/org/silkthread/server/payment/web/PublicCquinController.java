package org.silkthread.server.payment.web;

import java.util.List;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everyone may see of the money that depends on quality. */
@Controller
class PublicCquinController {

    private final PublicContracts contracts;
    private final Directory directory;

    PublicCquinController(PublicContracts contracts, Directory directory) {
        this.contracts = contracts;
        this.directory = directory;
    }

    @GetMapping("/organisations/{code}/cquin/{year}")
    String cquin(@PathVariable String code, @PathVariable String year, Model model) {
        Organisation provider = directory
                .find(code)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no organisation with the code '" + code + "'.",
                        "Find the organisation by its name first."));
        FinancialYear wanted = year(year);
        model.addAttribute("code", provider.code());
        model.addAttribute("name", provider.name());
        model.addAttribute("year", wanted.code().replace('-', '/'));
        model.addAttribute("yearCode", wanted.code());
        model.addAttribute("contracts", contracts.of(code, wanted));
        model.addAttribute("others", others(provider.code(), wanted));
        return "payment/public";
    }

    private List<PageLink> others(String code, FinancialYear wanted) {
        return contracts.years(code).stream()
                .filter(year -> !year.equals(wanted))
                .map(year ->
                        PageLink.to(year.code().replace('-', '/'), "/organisations/" + code + "/cquin/" + year.code()))
                .toList();
    }

    static FinancialYear year(String code) {
        try {
            return FinancialYear.parse(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("There is no financial year '" + code + "'.", "Write a year such as 2010-11.");
        }
    }
}
