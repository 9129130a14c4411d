package org.silkthread.server.choices.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.choices.Comparison;
import org.silkthread.server.choices.Comparisons;
import org.silkthread.server.choices.Nearness;
import org.silkthread.server.choices.Surroundings;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ServiceLine;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.PageLink;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Composes the page of providers side by side. */
@Component
class ComparisonPage {

    private final Comparisons comparisons;
    private final Surroundings surroundings;

    ComparisonPage(Comparisons comparisons, Surroundings surroundings) {
        this.comparisons = comparisons;
        this.surroundings = surroundings;
    }

    ComparisonView view(ServiceLine service, String near, List<Organisation> picked, Audience audience) {
        FinancialYear year = comparisons
                .latestYear(service.code())
                .orElseThrow(() -> Refusal.notFound(
                        "There are no figures to compare for this service yet.",
                        "Choose another service at /compare."));
        Comparison comparison = comparisons.of(service.code(), year, picked, audience);
        Function<Organisation, Nearness> nearness = surroundings.of(near);
        String names = Wording.list(picked.stream().map(Organisation::name).toList());
        return new ComparisonView(
                service.name() + ": " + names,
                service.name(),
                heading(picked),
                "Figures for " + comparison.period().label() + ". Each provider is held against the average of all"
                        + " providers, allowing for chance.",
                chooseHref(service, near, picked),
                comparison.providers().stream()
                        .map(provider -> provider(provider, comparison, year, nearness))
                        .toList(),
                Arrays.stream(Dimension.values())
                        .map(dimension -> dimension(dimension, comparison))
                        .toList(),
                Unknowns.of(comparison, near.isBlank() ? Optional.empty() : Optional.of(nearness)),
                key(comparison));
    }

    private static String heading(List<Organisation> picked) {
        return picked.size() == 1 ? picked.getFirst().name() : picked.size() + " providers side by side";
    }

    private static String chooseHref(ServiceLine service, String near, List<Organisation> picked) {
        return "/compare?service=" + service.code() + "&near=" + UriUtils.encode(near, StandardCharsets.UTF_8)
                + picked.stream()
                        .map(provider -> "&organisation=" + provider.code())
                        .collect(Collectors.joining())
                + "&change=yes";
    }

    private static ComparisonView.Provider provider(
            Comparison.Provider column,
            Comparison comparison,
            FinancialYear year,
            Function<Organisation, Nearness> nearness) {
        Organisation organisation = column.organisation();
        int index = comparison.providers().indexOf(column);
        Map<Verdict, Long> counts = comparison.measures().stream()
                .collect(Collectors.groupingBy(
                        measure -> measure.peers()
                                .verdict(measure.answers().get(index).figure()),
                        TreeMap::new,
                        Collectors.counting()));
        List<ComparisonView.VerdictLine> summary = counts.entrySet().stream()
                .map(entry -> new ComparisonView.VerdictLine(
                        entry.getKey().shape(),
                        entry.getKey().words() + " on " + entry.getValue() + " of "
                                + Wording.counted(comparison.measures().size(), "measure", "measures")))
                .toList();
        String about = nearness.apply(organisation)
                .miles()
                .map(miles -> organisation.type().name() + ", about "
                        + Wording.counted(Math.max(1, Math.round(miles)), "mile", "miles") + " away")
                .orElse(organisation.type().name());
        String account = organisation.href() + "/quality-account/" + year.code();
        String source = column.base().isPresent()
                ? "These are the figures of its published Quality Account."
                : "It has not published its Quality Account for this year. Its figures are provisional.";
        List<PageLink> links = new ArrayList<>();
        column.base().ifPresent(base -> {
            links.add(PageLink.to("Read the Quality Account", account));
            links.add(PageLink.to("See the signed data cut", "/cuts/" + base.cut()));
        });
        links.add(PageLink.to("See the profile", organisation.href()));
        return new ComparisonView.Provider(organisation.name(), about, summary, source, links);
    }

    private static ComparisonView.DimensionGroup dimension(Dimension dimension, Comparison comparison) {
        return new ComparisonView.DimensionGroup(
                Parameters.code(dimension),
                dimension.label(),
                dimension.meaning(),
                comparison.measures().stream()
                        .filter(measure -> measure.definition().dimension() == dimension)
                        .map(measure -> MeasureRow.of(measure, comparison.providers()))
                        .toList());
    }

    /** Only the verdicts that the page shows. */
    private static List<ComparisonView.KeyLine> key(Comparison comparison) {
        return comparison.measures().stream()
                .flatMap(measure ->
                        measure.answers().stream().map(answer -> measure.peers().verdict(answer.figure())))
                .distinct()
                .sorted()
                .map(verdict -> new ComparisonView.KeyLine(verdict.shape(), verdict.words(), meaning(verdict)))
                .toList();
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "– better than the average, by more than chance explains.";
            case WORSE -> "– worse than the average, by more than chance explains.";
            case HIGHER, LOWER -> "– different from the average, by more than chance explains. Neither way is better.";
            case NO_CLEAR_DIFFERENCE -> "– the difference from the average could be chance.";
            case TOO_FEW, NOT_COMPARED -> "– there are too few figures to tell.";
            case NOT_KNOWN -> "– there is no figure. The reason stands in its place.";
        };
    }
}
