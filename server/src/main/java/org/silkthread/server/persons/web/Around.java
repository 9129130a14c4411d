package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.persons.Delegation;
import org.silkthread.server.persons.PersonDetails;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;

/**
 * What stands around every page of a record.
 *
 * @param banner whose record it is, when it is not the reader's own; blank for none
 * @param pages the pages that belong together
 * @param canLeave whether the page has the button for leaving it quickly
 */
public record Around(String banner, List<PageLink> pages, boolean canLeave) {

    public Around {
        pages = List.copyOf(pages);
    }

    /** A page of one's own record. */
    static Around own(String current) {
        return new Around(
                "",
                List.of(
                        page("Your record", "/me/record", current),
                        page("Your waits", "/me/waits", current),
                        page("Who has looked", "/me/access-log", current),
                        page("Carers", "/me/carers", current),
                        page("Hide and lock", "/me/privacy", current),
                        page("Take a copy", "/me/record/export", current)),
                true);
    }

    /** A page that a carer reads. */
    static Around carer(Visit visit, String current) {
        Delegation delegation = visit.standing().delegation().orElseThrow();
        String home = "/me/for/" + visit.id();
        List<PageLink> pages = delegation.grant().seesLog()
                ? List.of(page("The record", home, current), page("Who has looked", home + "/access-log", current))
                : List.of(page("The record", home, current));
        return new Around(
                "You are looking at this for your " + delegation.relation() + ", "
                        + visit.person().name(),
                pages,
                true);
    }

    /** A page that staff read. */
    static Around staff(Visit visit) {
        PersonDetails who = visit.person().details();
        return new Around(
                who.name() + ", born " + Wording.date(who.birthDate())
                        + who.nhsNumber()
                                .map(number -> ", NHS number " + number.shown().replace(' ', '\u00a0'))
                                .orElse(""),
                List.of(),
                false);
    }

    private static PageLink page(String text, String href, String current) {
        return href.equals(current) ? PageLink.current(text, href) : PageLink.to(text, href);
    }
}
