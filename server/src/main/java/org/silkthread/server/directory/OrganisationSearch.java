package org.silkthread.server.directory;

import java.util.Optional;

/**
 * What to look for among the organisations as they are now.
 *
 * @param text words that begin words of the name, a former name, the address, the code or the postcode; blank for all
 * @param type the code of the only type wanted
 * @param serviceLine the only service line wanted
 * @param within the code of the system, region or other organisation that those wanted lie below today
 * @param openOnly whether to leave out those that have closed
 * @param page the page, from 1
 * @param size how many to a page, from 1 to {@value #LARGEST_PAGE}
 */
public record OrganisationSearch(
        String text,
        Optional<String> type,
        Optional<String> serviceLine,
        Optional<String> within,
        boolean openOnly,
        int page,
        int size) {

    /** The most organisations on a page. */
    public static final int LARGEST_PAGE = 200;

    /** The last page that can be asked for. */
    public static final int LAST_PAGE = 1_000_000;

    /** Refuses pages that do not exist. */
    public OrganisationSearch {
        if (page < 1 || page > LAST_PAGE) {
            throw new IllegalArgumentException("Pages are numbered from 1 to " + LAST_PAGE);
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + LARGEST_PAGE + " organisations");
        }
    }

    /** Those that match wherever they lie. */
    public OrganisationSearch(
            String text, Optional<String> type, Optional<String> serviceLine, boolean openOnly, int page, int size) {
        this(text, type, serviceLine, Optional.empty(), openOnly, page, size);
    }

    /** The first page of what matches the words. */
    public static OrganisationSearch of(String text) {
        return new OrganisationSearch(text, Optional.empty(), Optional.empty(), false, 1, 20);
    }
}
