package org.silkthread.server.indicators.web.observatory;

import gg.jte.Content;
import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Pages;

/** Small charts over time, one for each organisation. */
public record ChangesView(
        String indicator,
        List<Choice> indicators,
        List<Choice> levels,
        List<Choice> regions,
        String heading,
        List<String> sentences,
        List<Multiple> items,
        Pages pages) {

    /** One organisation. */
    public record Multiple(
            String organisation, String href, Content drawing, Content sign, String words, String latest) {}
}
