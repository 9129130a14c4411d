package org.silkthread.server.indicators.web.opendata;

import java.util.List;
import org.silkthread.server.web.component.Table;

/** What can be downloaded. */
public record OpenDataView(
        String holding,
        List<Download> files,
        String licence,
        String licenceHref,
        String attribution,
        List<String> suppression,
        Table columns) {

    /** One file. */
    public record Download(String title, String href, String about) {}
}
