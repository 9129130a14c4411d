package org.silkthread.server.choices.web;

import java.util.List;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.component.PageLink;

/** Up to three providers side by side. */
public record ComparisonView(
        String title,
        String service,
        String heading,
        String basis,
        String chooseHref,
        List<Provider> providers,
        List<DimensionGroup> dimensions,
        List<String> unknowns,
        List<KeyLine> key) {

    /** How wide a column of the page grid one provider gets. */
    public String columnWidth() {
        return providers.size() == 3 ? "one-third" : "one-half";
    }

    /** One provider: how it stands over all measures, and where the figures come from. */
    public record Provider(String name, String about, List<VerdictLine> summary, String source, List<PageLink> links) {}

    /** A shape with words. */
    public record VerdictLine(Verdict.Shape shape, String words) {}

    /** A shape with words and what they mean. */
    public record KeyLine(Verdict.Shape shape, String words, String meaning) {}

    /** The measures of one dimension. */
    public record DimensionGroup(String id, String name, String question, List<Measure> measures) {}

    /** One measure for every provider. */
    public record Measure(String title, String href, String better, String expected, List<CompareCell> cells) {}

    /** One measure of one provider. */
    public record CompareCell(
            String provider,
            Verdict.Shape shape,
            String standing,
            String value,
            String certainty,
            List<String> marks,
            String href) {}
}
