package org.silkthread.server.indicators.web.document;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The columns of the file of definitions, in the order in which they stand there; new ones are added at the end. */
public enum IndicatorColumn {
    INDICATOR("indicator", IndicatorDocument::indicator),
    VERSION("version", d -> Integer.toString(d.version())),
    TITLE("title", IndicatorDocument::title),
    EFFECTIVE_FROM("effective_from", d -> d.effectiveFrom().toString()),
    STATUS("status", IndicatorDocument::status),
    LEVEL("level", IndicatorDocument::level),
    OWNER("owner", IndicatorDocument::owner),
    DIMENSION("dimension", IndicatorDocument::dimension),
    PATHWAY("pathway", IndicatorDocument::pathway),
    SERVICE_LINES("service_lines", d -> list(d.serviceLines())),
    DIRECTION("direction", IndicatorDocument::direction),
    UNIT("unit", IndicatorDocument::unit),
    COUNTED("counted", IndicatorDocument::counted),
    NUMERATOR("numerator", IndicatorDocument::numerator),
    DENOMINATOR("denominator", IndicatorDocument::denominator),
    EXCLUSIONS("exclusions", IndicatorDocument::exclusions),
    METHOD("method", IndicatorDocument::method),
    MULTIPLIER("multiplier", d -> Integer.toString(d.multiplier())),
    RISK_ADJUSTMENT("risk_adjustment", IndicatorDocument::riskAdjustment),
    MINIMUM_STANDARD(
            "minimum_standard",
            d -> d.minimumStandard().map(IndicatorDocument.Standard::words).orElse("")),
    RATIONALE("rationale", IndicatorDocument::rationale),
    RELEVANCE("relevance", IndicatorDocument::relevance),
    BURDEN("burden", IndicatorDocument::burden),
    COLLECTION("collection", IndicatorDocument::collection),
    FREQUENCY("frequency", IndicatorDocument::frequency),
    DISCLOSURE("disclosure", IndicatorDocument::disclosure),
    DISCLOSURE_NOTE("disclosure_note", IndicatorDocument::disclosureNote),
    EVIDENCE("evidence", d -> list(d.evidence())),
    RIGHTS("rights", d -> list(d.rights())),
    STANDARDS("standards", d -> list(d.standards())),
    CITATION("citation", d -> d.citation().source() + ", " + d.citation().reference()),
    CITATION_ADDRESS("citation_address", d -> d.citation().address().orElse("")),
    LICENCE("licence", IndicatorDocument::licence);

    private final String heading;
    private final Function<IndicatorDocument, String> cell;

    IndicatorColumn(String heading, Function<IndicatorDocument, String> cell) {
        this.heading = heading;
        this.cell = cell;
    }

    /** The heading line. */
    public static List<String> headings() {
        return Arrays.stream(values()).map(column -> column.heading).toList();
    }

    /** The line of a definition; blank where nothing applies. */
    public static List<String> line(IndicatorDocument definition) {
        return Arrays.stream(values())
                .map(column -> column.cell.apply(definition))
                .toList();
    }

    private static String list(List<String> ids) {
        return String.join("; ", ids);
    }
}
