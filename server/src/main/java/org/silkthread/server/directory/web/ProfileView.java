package org.silkthread.server.directory.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationHistory;
import org.silkthread.server.directory.ServiceOnDates;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * What an organisation's page shows.
 *
 * @param organisation the organisation on the date
 * @param date the date looked at
 * @param isToday whether that is today
 * @param dateText what stands in the form's field for the date
 * @param dateProblem why another date asked for cannot be shown; blank when there is no problem
 * @param facts what and where it is
 * @param contents links to the parts of the page
 * @param sections what other rooms show, in their order
 * @param ancestors everything above it, widest first
 * @param below how many organisations of each type stand below it, with links to them
 * @param services the service lines that it ran
 * @param history names, places and successions over time
 * @param nameTable the names over time; empty when there is one at most
 * @param placeTable the places over time; empty when there are none
 */
public record ProfileView(
        Organisation organisation,
        LocalDate date,
        boolean isToday,
        String dateText,
        String dateProblem,
        List<SummaryRow> facts,
        List<PageLink> contents,
        List<SectionView> sections,
        List<PageLink> ancestors,
        List<PageLink> below,
        List<ServiceOnDates> services,
        OrganisationHistory history,
        Optional<Table> nameTable,
        Optional<Table> placeTable) {

    /** A section with its content ready to be written. */
    public record SectionView(String id, String heading, Content content) {}
}
