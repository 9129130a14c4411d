package org.silkthread.server.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.disclosure.DisclosureRule;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * What a figure measures and how. One version of it; a figure names the version it was computed by.
 *
 * @param id lower case with hyphens, such as {@code ae-4-hour}
 * @param level who decides on the definition
 * @param owner the body that answers for it
 * @param serviceLines codes of the service lines it says something about; the first is meant where a row names none
 * @param direction which way is better
 * @param unit what the value is, in words: "of attendances", "per 100,000 bed days"
 * @param counted what the numerator and denominator count, in the plural: "attendances"
 * @param rationale why it is measured
 * @param relevance what it tells a clinician
 * @param burden what collecting it costs those who do
 * @param denominator in words; says "None" for a count
 * @param exclusions who or what is left out
 * @param multiplier what a rate or ratio is stated for, such as 100,000; 1 for proportions and counts
 * @param riskAdjustment how differences between patients are allowed for, or why they are not
 * @param minimumStandard the level that care must reach, if one is set
 * @param measure the measure that calculates it from patients' records; absent when counts are sent
 * @param standards codes of the quality standards behind it
 * @param evidence codes of the evidence behind it
 * @param rights codes of the rights of the NHS Constitution it is about
 */
public record IndicatorDefinition(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        DefinitionLevel level,
        String owner,
        Stage stage,
        Dimension dimension,
        Pathway pathway,
        List<String> serviceLines,
        Direction direction,
        String unit,
        String counted,
        String rationale,
        String relevance,
        String burden,
        String numerator,
        String denominator,
        String exclusions,
        Method method,
        int multiplier,
        String riskAdjustment,
        Optional<MinimumStandard> minimumStandard,
        DisclosureRule disclosure,
        CollectionPlan collection,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<MeasureSource> measure,
        List<String> standards,
        List<String> evidence,
        List<String> rights)
        implements Content {

    public IndicatorDefinition {
        serviceLines = List.copyOf(serviceLines);
        standards = List.copyOf(standards);
        evidence = List.copyOf(evidence);
        rights = List.copyOf(rights);
        if (serviceLines.isEmpty()) {
            throw new IllegalArgumentException("Indicator " + id + " needs a service line");
        }
        if (multiplier < 1) {
            throw new IllegalArgumentException("The multiplier of indicator " + id + " is 1 or more");
        }
    }

    @Override
    public String status() {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the numerator is set against the number that a model expects. */
    public boolean isStandardised() {
        return method == Method.STANDARDISED_RATIO;
    }

    /** The value that published counts give by the method of this definition. */
    PublishedValue value(PublishedCount counted, Optional<PublishedCount> outOf, Optional<BigDecimal> expected) {
        return switch (method) {
            case PROPORTION ->
                outOf.map(base -> PublishedValue.proportion(counted, base)).orElseGet(IndicatorDefinition::nobody);
            case RATE ->
                outOf.map(base -> PublishedValue.rate(counted, base, multiplier))
                        .orElseGet(IndicatorDefinition::nobody);
            case COUNT -> PublishedValue.count(counted);
            case STANDARDISED_RATIO -> PublishedValue.ratio(counted, expected.orElse(BigDecimal.ZERO), multiplier);
        };
    }

    private static PublishedValue nobody() {
        return PublishedValue.withheld(WithheldReason.NO_CASES);
    }

    /** Whether the counts have a denominator. */
    public boolean hasDenominator() {
        return method == Method.PROPORTION || method == Method.RATE;
    }
}
