package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of an organisation's page that another room fills, such as its figures at a glance. Rooms on upper floors
 * implement this as a bean; the page calls every one for each view, so an implementation answers with one or two
 * queries.
 */
public interface ProfileSection {

    /**
     * What the page shows.
     *
     * @param id the anchor on the page, unique among sections, such as {@code quality}
     * @param heading the heading, which the page's list of contents repeats
     * @param template the JTE template that draws what stands under the heading, such as
     *     {@code indicators/profileSection}; it has exactly one parameter
     * @param model the value of that parameter
     */
    record Section(String id, String heading, String template, Object model) {}

    /** The place among the sections, lowest first: figures 100, accounts 200, payment 300. */
    int order();

    /**
     * The section, unless the room has nothing to say about such an organisation.
     *
     * @param organisation the organisation as at {@code date}
     * @param date the date that the visitor looks at, usually today
     */
    Optional<Section> section(Organisation organisation, LocalDate date);
}
