package org.silkthread.server.indicators.web.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.MinimumStandard;
import org.silkthread.server.register.Citation;

/** One version of a definition as JSON. */
@Schema(name = "Indicator", description = "What an indicator measures and how, in one version")
public record IndicatorDocument(
        @Schema(example = "ae-4-hour") String indicator,
        int version,
        String title,

        @Schema(description = "The first day on which this version is in force")
        LocalDate effectiveFrom,

        @Schema(description = "Proposed, Consulted on, Being piloted, In use or Retired")
        String status,

        String level,
        String owner,
        String dimension,
        String pathway,
        List<String> serviceLines,
        String direction,
        String unit,
        String counted,
        String numerator,
        String denominator,
        String exclusions,
        String method,

        @Schema(description = "What a rate or ratio is stated for; 1 for proportions and counts")
        int multiplier,

        String riskAdjustment,

        @Schema(
                types = {"object", "null"},
                implementation = Standard.class)
        Optional<Standard> minimumStandard,

        String rationale,
        String relevance,
        String burden,
        String collection,
        String frequency,

        @Schema(description = "The rule that protects people in small numbers")
        String disclosure,

        String disclosureNote,
        List<String> evidence,
        List<String> rights,
        List<String> standards,
        Source citation,
        String licence,
        @Schema(description = "The page that people read") String page) {

    /** The level that care must reach. */
    @Schema(name = "MinimumStandard", description = "The level that care must reach")
    public record Standard(
            @Schema(description = "In the units of the value")
            double value,

            String words) {

        static Standard of(MinimumStandard standard) {
            return new Standard(standard.value(), standard.words());
        }
    }

    /** Where the definition comes from. */
    @Schema(name = "Citation", description = "Where the definition comes from")
    public record Source(
            String source,
            String reference,

            @Schema(
                    types = {"string", "null"},
                    implementation = String.class)
            Optional<String> address) {

        static Source of(Citation citation) {
            return new Source(citation.source(), citation.reference(), citation.address());
        }
    }

    /** The document of a definition. */
    public static IndicatorDocument of(IndicatorDefinition d) {
        return new IndicatorDocument(
                d.id(),
                d.version(),
                d.title(),
                d.effectiveFrom(),
                d.stage().label(),
                d.level().label(),
                d.owner(),
                d.dimension().label(),
                d.pathway().label(),
                d.serviceLines(),
                d.direction().label(),
                d.unit(),
                d.counted(),
                d.numerator(),
                d.denominator(),
                d.exclusions(),
                d.method().words(),
                d.multiplier(),
                d.riskAdjustment(),
                d.minimumStandard().map(Standard::of),
                d.rationale(),
                d.relevance(),
                d.burden(),
                d.collection().name(),
                d.collection().frequency().label(),
                d.disclosure().name(),
                d.disclosure().words(),
                d.evidence(),
                d.rights(),
                d.standards(),
                Source.of(d.citation()),
                DataLicence.NAME,
                "/indicators/" + d.id());
    }
}
