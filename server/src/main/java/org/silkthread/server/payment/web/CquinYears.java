package org.silkthread.server.payment.web;

import java.util.List;
import org.silkthread.server.web.component.PageLink;

/** The years for which a provider has contracts, as links. */
public record CquinYears(List<PageLink> links) {
    public CquinYears {
        links = List.copyOf(links);
    }
}
