package org.silkthread.server.indicators.web;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.MeasureSource;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Entry;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/** A definition and its versions as rows that a page shows. */
final class DefinitionRows {

    private DefinitionRows() {}

    static List<SummaryRow> of(IndicatorDefinition d) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of("Version", d.version() + ", in force from " + Wording.date(d.effectiveFrom())));
        rows.add(SummaryRow.of("Numerator", d.numerator()));
        rows.add(SummaryRow.of("Denominator", d.denominator()));
        rows.add(SummaryRow.of("Left out", d.exclusions()));
        rows.add(SummaryRow.of("Unit", d.unit()));
        rows.add(SummaryRow.of("Direction", d.direction().label()));
        rows.add(SummaryRow.of(
                "Standard",
                d.minimumStandard().map(standard -> standard.words()).orElse("No minimum standard is set")));
        rows.add(SummaryRow.of("Why it is measured", d.rationale()));
        rows.add(SummaryRow.of("What it tells clinicians", d.relevance()));
        rows.add(SummaryRow.of("Cost of collecting it", d.burden()));
        rows.add(SummaryRow.of(
                "Collected",
                d.collection().name() + ", "
                        + lowerFirst(d.collection().frequency().label())));
        d.measure().ifPresent(measure -> rows.add(SummaryRow.of("Calculated by", words(measure))));
        rows.add(SummaryRow.of("How it is worked out", d.method().words()));
        rows.add(SummaryRow.of("Differences between patients", d.riskAdjustment()));
        rows.add(SummaryRow.of("Small numbers", d.disclosure().words()));
        rows.add(SummaryRow.of("Level", d.level().label()));
        rows.add(SummaryRow.of("Owner", d.owner()));
        rows.add(SummaryRow.of("Status", d.stage().label()));
        rows.add(citation(d.citation()));
        rows.add(links("Evidence", "/evidence/", d.evidence()));
        rows.add(links("Rights", "/rights/", d.rights()));
        rows.add(SummaryRow.of("Id", d.id()));
        return rows;
    }

    private static String words(MeasureSource measure) {
        return "Measure " + measure.url()
                + measure.version().map(version -> ", version " + version).orElse("")
                + measure.group().map(group -> ", group " + group).orElse("");
    }

    /** Every version with its days, newest first; each leads to the definition as it was. */
    static Table versions(String id, Catalogue catalogue) {
        List<List<Cell>> rows =
                catalogue.history(id).stream().map(entry -> version(id, entry)).toList();
        return new Table(
                "Versions of this definition",
                List.of(Table.Column.words("Version"), Table.Column.words("In force"), Table.Column.words("Status")),
                rows);
    }

    private static List<Cell> version(String id, Entry<IndicatorDefinition> entry) {
        String until = entry.effectiveTo()
                .map(last -> Wording.dates(entry.effectiveFrom(), last))
                .orElse("From " + Wording.date(entry.effectiveFrom()));
        return Table.row(
                Cell.link(
                        "Version " + entry.version(),
                        "/indicators/" + id + "?asAt=" + entry.effectiveFrom() + "#definition"),
                Cell.words(until),
                Cell.words(entry.content().stage().label()));
    }

    private static SummaryRow citation(Citation citation) {
        SummaryRow row = SummaryRow.of("Citation", citation.source() + ", " + citation.reference());
        return citation.address()
                .filter(address -> address.startsWith("https://"))
                .map(address -> row.with(new SummaryRow.Action("Read", "the source", address)))
                .orElse(row);
    }

    private static SummaryRow links(String key, String path, List<String> ids) {
        if (ids.isEmpty()) {
            return SummaryRow.of(key, "None recorded");
        }
        SummaryRow row = SummaryRow.of(key, String.join(", ", ids));
        for (String id : ids) {
            row = row.with(new SummaryRow.Action("Read", id, path + id));
        }
        return row;
    }

    private static String lowerFirst(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
