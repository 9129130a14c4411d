package org.silkthread.server.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.directory.OrganisationSearch;
import org.silkthread.server.web.Refusal;

/**
 * The question in the address of a list of organisations.
 *
 * @param q words to look for; blank for all
 * @param type the code of the only type wanted; blank for any
 * @param service the code of the only service line wanted; blank for any
 * @param within the code of the organisation that those wanted lie below; blank for anywhere
 * @param closed whether those that have closed are wanted too
 */
public record OrganisationQuery(String q, String type, String service, String within, boolean closed) {

    private static final int LONGEST_QUESTION = 200;

    /** Refuses a question that is too long. */
    public OrganisationQuery {
        if (q.length() > LONGEST_QUESTION) {
            throw Refusal.badRequest(
                    "The words to look for are too long.", "Use up to " + LONGEST_QUESTION + " characters.");
        }
    }

    OrganisationSearch page(int page, int size) {
        if (page < 1 || page > OrganisationSearch.LAST_PAGE) {
            throw Refusal.badRequest(
                    "There is no page " + page + ".", "Pages are numbered from 1. Start with the first page.");
        }
        if (size < 1 || size > OrganisationSearch.LARGEST_PAGE) {
            throw Refusal.badRequest(
                    "A page cannot have " + size + " organisations.",
                    "Ask for 1 to " + OrganisationSearch.LARGEST_PAGE + " organisations on a page.");
        }
        return new OrganisationSearch(q, chosen(type), chosen(service), chosen(within), !closed, page, size);
    }

    private static Optional<String> chosen(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }

    /** The address of the same list at another page. */
    String address(String path, int page) {
        List<String> parameters = new ArrayList<>();
        add(parameters, "q", q);
        add(parameters, "type", type);
        add(parameters, "service", service);
        add(parameters, "within", within);
        if (closed) {
            add(parameters, "closed", "true");
        }
        if (page > 1) {
            add(parameters, "page", Integer.toString(page));
        }
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isBlank()) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
