package org.silkthread.server.directory.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.FoundOrganisations;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Pages;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public list of organisations, with search. */
@Controller
class OrganisationListController {

    private static final String PATH = "/organisations";
    private static final int ON_A_PAGE = 20;

    private final Directory directory;

    OrganisationListController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OrganisationQuery query = new OrganisationQuery(q.strip(), type, service, within, closed);
        FoundOrganisations found = directory.search(query.page(page, ON_A_PAGE));
        int pages = Pages.needed(found.total(), ON_A_PAGE);
        if (page > pages) {
            return "redirect:" + query.address(PATH, pages);
        }
        Optional<Organisation> place =
                Optional.of(within).filter(code -> !code.isBlank()).flatMap(directory::find);
        model.addAttribute(
                "list",
                new OrganisationListView(
                        query,
                        place.map(Organisation::name).orElse(""),
                        types(query),
                        services(query),
                        List.of(Choice.of("true", "Include organisations that have closed")
                                .chosenIf(closed)),
                        finding(found.total(), place),
                        table(found.organisations()),
                        new Pages(page, pages, number -> query.address(PATH, number))));
        return "directory/organisations";
    }

    private List<Choice> types(OrganisationQuery query) {
        return Stream.concat(
                        Stream.of(Choice.of("", "All types")),
                        directory.types().stream()
                                .map(type -> Choice.of(type.code(), type.plural())
                                        .chosenIf(type.code().equals(query.type()))))
                .toList();
    }

    private List<Choice> services(OrganisationQuery query) {
        return Stream.concat(
                        Stream.of(Choice.of("", "All services")),
                        directory.serviceLines().stream()
                                .map(line -> Choice.of(line.code(), line.name())
                                        .chosenIf(line.code().equals(query.service()))))
                .toList();
    }

    private static String finding(long total, Optional<Organisation> place) {
        String where = place.map(organisation -> " in " + organisation.name()).orElse("");
        return total == 1 ? "1 organisation" + where : Wording.count(total) + " organisations" + where;
    }

    private static Table table(List<Organisation> organisations) {
        return new Table(
                "Organisations found",
                List.of(
                        Table.Column.words("Name"),
                        Table.Column.words("Code"),
                        Table.Column.words("Type"),
                        Table.Column.words("Postcode"),
                        Table.Column.words("Status")),
                organisations.stream().map(OrganisationListController::row).toList());
    }

    private static List<Cell> row(Organisation organisation) {
        return Table.row(
                Cell.link(organisation.name(), organisation.href()),
                Cell.words(organisation.code()),
                Cell.words(organisation.type().name()),
                organisation
                        .postcode()
                        .map(Cell::words)
                        .orElseGet(
                                () -> Cell.absent(organisation.level().givesCare() ? "Not known" : "Not applicable")),
                Cell.words(OrganisationWords.status(organisation)));
    }
}
