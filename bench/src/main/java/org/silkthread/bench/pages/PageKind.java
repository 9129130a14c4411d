package org.silkthread.bench.pages;

import java.util.regex.Pattern;

/** The kinds of page and reply that are measured, and the addresses that are of the kind. */
enum PageKind {
    HOME("home", "/"),
    FIGURE("figure", "/figures/[^/?]+"),
    COMPARE("compare", "/compare\\?.*organisation=.*"),
    ORGANISATION("organisation", "/organisations/[^/?]+"),
    INDICATOR("indicator", "/indicators/[^/?]+"),
    QUALITY_ACCOUNT("Quality Account", "/organisations/[^/?]+/quality-account/[^/?]+"),
    API_FIGURE("one figure as JSON", "/api/v1/figures/[^/?]+"),
    API_SERIES("a series as JSON", "/api/v1/figures\\?indicator=.*&organisation=.*"),
    API_PROVIDERS("all providers as JSON", "/api/v1/figures\\?indicator=[^&]*");

    private final String title;
    private final Pattern address;

    PageKind(String title, String address) {
        this.title = title;
        this.address = Pattern.compile(address);
    }

    String title() {
        return title;
    }

    boolean holds(String pathAndQuery) {
        return address.matcher(pathAndQuery).matches() && !pathAndQuery.endsWith(".csv");
    }
}
