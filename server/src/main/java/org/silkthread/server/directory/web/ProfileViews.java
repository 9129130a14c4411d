package org.silkthread.server.directory.web;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationHistory;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.PlaceInHierarchy;
import org.silkthread.server.directory.ProfileSection;
import org.silkthread.server.directory.ServiceOnDates;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what an organisation's page shows. */
@Component
class ProfileViews {

    private final Directory directory;
    private final ObjectProvider<ProfileSection> sections;
    private final TemplateEngine templates;
    private final Clock clock;

    ProfileViews(Directory directory, ObjectProvider<ProfileSection> sections, TemplateEngine templates, Clock clock) {
        this.directory = directory;
        this.sections = sections;
        this.templates = templates;
        this.clock = clock;
    }

    ProfileView of(Organisation organisation, LocalDate date, String dateText, String dateProblem) {
        String code = organisation.code();
        boolean isToday = date.equals(UkTime.today(clock));
        List<ProfileView.SectionView> others = sections(organisation, date);
        OrganisationHistory history = directory.history(code);
        List<PageLink> below = below(code, date, isToday);
        List<ServiceOnDates> services = directory.serviceLines(code, date);
        return new ProfileView(
                organisation,
                date,
                isToday,
                dateText,
                dateProblem,
                facts(organisation),
                contents(others, services, history),
                others,
                ancestors(code, date, isToday),
                below,
                services,
                history,
                history.names().size() > 1 ? Optional.of(names(history)) : Optional.empty(),
                history.places().isEmpty() ? Optional.empty() : Optional.of(places(history)));
    }

    private List<ProfileView.SectionView> sections(Organisation organisation, LocalDate date) {
        return sections.stream()
                .sorted(Comparator.comparingInt(ProfileSection::order))
                .flatMap(contributor -> contributor.section(organisation, date).stream())
                .map(section -> new ProfileView.SectionView(
                        section.id(),
                        section.heading(),
                        output -> templates.render(section.template() + ".jte", section.model(), output)))
                .toList();
    }

    private static List<SummaryRow> facts(Organisation organisation) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of("Code", organisation.code()));
        rows.add(SummaryRow.of("Type", organisation.type().name()));
        rows.add(SummaryRow.of("Status", OrganisationWords.status(organisation)));
        if (organisation.level().givesCare()) {
            rows.add(SummaryRow.of(
                    "Address", OrganisationWords.address(organisation).orElse("Not known")));
            rows.add(SummaryRow.of("Telephone", organisation.telephone().orElse("Not known")));
            rows.add(SummaryRow.of(
                    "Opened", organisation.opened().map(Wording::date).orElse("Not known")));
        }
        if (organisation.status() != OrganisationStatus.CLOSED) {
            organisation.closed().ifPresent(day -> rows.add(SummaryRow.of("Closes", Wording.date(day))));
        }
        rows.add(SummaryRow.of("Source", OrganisationWords.source(organisation.source())));
        return rows;
    }

    private static List<PageLink> contents(
            List<ProfileView.SectionView> others, List<ServiceOnDates> services, OrganisationHistory history) {
        Stream<PageLink> own = Stream.of(
                        Optional.of(PageLink.to("Services", "#services")).filter(link -> !services.isEmpty()),
                        Optional.of(PageLink.to("Place in the health service", "#place")),
                        Optional.of(PageLink.to("History", "#history"))
                                .filter(link -> history.names().size() > 1
                                        || !history.places().isEmpty()
                                        || !history.predecessors().isEmpty()
                                        || !history.successors().isEmpty()))
                .flatMap(Optional::stream);
        return Stream.concat(others.stream().map(other -> PageLink.to(other.heading(), "#" + other.id())), own)
                .toList();
    }

    private List<PageLink> ancestors(String code, LocalDate date, boolean isToday) {
        return directory.ancestors(code, date).reversed().stream()
                .map(above -> PageLink.to(above.name(), address(above, date, isToday)))
                .toList();
    }

    private static String address(Organisation organisation, LocalDate date, boolean isToday) {
        return isToday ? organisation.href() : organisation.href() + "?date=" + date;
    }

    private List<PageLink> below(String code, LocalDate date, boolean isToday) {
        List<PageLink> links = new ArrayList<>();
        directory.belowByType(code, date).forEach((type, number) -> {
            String words =
                    number == 1 ? "1 " + lowered(type.name()) : Wording.count(number) + " " + lowered(type.plural());
            links.add(PageLink.to(
                    words,
                    isToday
                            ? "/organisations?closed=true&within=" + code + "&type=" + type.code()
                            : "/organisations/" + code + "?date=" + date + "#place"));
        });
        return links;
    }

    /** Within a sentence, unless the name begins with letters that stay capital, such as NHS or GP. */
    private static String lowered(String name) {
        boolean startsWithAbbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return startsWithAbbreviation ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Table names(OrganisationHistory history) {
        return new Table(
                "Names over time",
                List.of(Table.Column.words("Name"), Table.Column.words("From"), Table.Column.words("Source")),
                history.names().stream()
                        .map(name -> Table.row(
                                Cell.words(name.name()),
                                name.since()
                                        .map(day -> Cell.words(Wording.date(day)))
                                        .orElseGet(() -> Cell.absent("Start not known")),
                                Cell.words(OrganisationWords.source(name.source()))))
                        .toList());
    }

    private static Table places(OrganisationHistory history) {
        return new Table(
                "Where it belonged over time",
                List.of(
                        Table.Column.words("Organisation above"),
                        Table.Column.words("How"),
                        Table.Column.words("When")),
                history.places().stream().map(ProfileViews::place).toList());
    }

    private static List<Cell> place(PlaceInHierarchy place) {
        return Table.row(
                Cell.link(place.other().name(), place.other().href()),
                Cell.words(capital(place.kind().words())),
                Cell.words(OrganisationWords.time(place.since(), place.until())));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
