package org.silkthread.server.indicators.web;

import java.util.List;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/** A data cut as its page shows it. */
public record CutView(
        String title,
        String verified,
        List<SummaryRow> facts,
        Table figures,
        List<PageLink> downloads,
        List<String> howToVerify) {}
