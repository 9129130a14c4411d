package org.silkthread.server.directory.web;

import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Pages;
import org.silkthread.server.web.component.Table;

/**
 * What the page of organisations shows.
 *
 * @param query the question
 * @param place the name of the organisation that those listed lie below; blank for anywhere
 * @param types the types to choose from
 * @param services the service lines to choose from
 * @param finding what was found, in one sentence
 * @param table the organisations of this page
 * @param pages where in the list this page is
 */
public record OrganisationListView(
        OrganisationQuery query,
        String place,
        List<Choice> types,
        List<Choice> services,
        List<Choice> closed,
        String finding,
        Table table,
        Pages pages) {}
