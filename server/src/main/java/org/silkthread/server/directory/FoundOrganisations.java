package org.silkthread.server.directory;

import java.util.List;

/**
 * One page of what a search found.
 *
 * @param organisations those of this page, best match first
 * @param total how many there are on all pages
 */
public record FoundOrganisations(List<Organisation> organisations, long total) {

    /** Keeps its own copy of the list. */
    public FoundOrganisations {
        organisations = List.copyOf(organisations);
    }
}
