package org.silkthread.server.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.publication.Manuscript;

/**
 * What an account shows of each service line in each dimension: figures, or the reason why there are none.
 *
 * @param lines every service line that the provider had in the year
 */
public record AccountCoverage(List<Line> lines) {

    /** A service line by its code and name. */
    public record ServiceLineName(String code, String name) {}

    /** A service line and its three dimensions. */
    public record Line(ServiceLineName serviceLine, List<Part> parts) {}

    /**
     * A service line in one dimension.
     *
     * @param figures every figure that applies, those with words in place of a value included
     * @param reason what the provider says about a missing figure
     */
    public record Part(
            ServiceLineName serviceLine, Dimension dimension, List<Figure> figures, Optional<String> reason) {

        /** The section under which the provider explains a gap. */
        public String section() {
            return reasonSection(serviceLine.code(), dimension);
        }

        /** Whether anything was measured. */
        public boolean isMeasured() {
            return figures.stream().anyMatch(AccountCoverage::isMeasured);
        }

        /** Neither a figure nor a reason: an account cannot be frozen with one of these. */
        public boolean isGap() {
            return !isMeasured() && reason.isEmpty();
        }
    }

    public AccountCoverage {
        lines = List.copyOf(lines);
    }

    /** Sorts figures into the service lines and dimensions that they are about. */
    static AccountCoverage of(List<ServiceLineName> serviceLines, Collection<Figure> figures, Manuscript manuscript) {
        List<Line> lines = new ArrayList<>();
        for (ServiceLineName serviceLine : serviceLines) {
            List<Part> parts = new ArrayList<>();
            for (Dimension dimension : Dimension.values()) {
                List<Figure> about = figures.stream()
                        .filter(figure -> figure.definition().dimension() == dimension)
                        .filter(figure -> figure.definition().serviceLines().contains(serviceLine.code()))
                        .toList();
                parts.add(new Part(
                        serviceLine, dimension, about, manuscript.text(reasonSection(serviceLine.code(), dimension))));
            }
            lines.add(new Line(serviceLine, parts));
        }
        return new AccountCoverage(lines);
    }

    /** Every service line in every dimension. */
    public List<Part> parts() {
        return lines.stream().flatMap(line -> line.parts().stream()).toList();
    }

    /** How many service lines have at least one figure. */
    public long linesReviewed() {
        return lines.stream()
                .filter(line -> line.parts().stream().anyMatch(Part::isMeasured))
                .count();
    }

    /** The key of the section that explains why a service line has no figure in a dimension. */
    public static String reasonSection(String serviceLine, Dimension dimension) {
        return "reason-" + serviceLine + "-" + dimension.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A number that is hidden to protect people was measured; one that nobody sent was not. */
    static boolean isMeasured(Figure figure) {
        return switch (figure.value()) {
            case PublishedValue.Shown _ -> true;
            case PublishedValue.Withheld withheld -> isHiddenMeasurement(withheld.reason());
        };
    }

    private static boolean isHiddenMeasurement(WithheldReason reason) {
        return switch (reason) {
            case TOO_SMALL, WOULD_REVEAL, TOO_FEW_TO_COMPARE, NO_CASES -> true;
            case LATE, NOT_YET_DUE, NOT_COLLECTED, NOT_APPLICABLE -> false;
        };
    }
}
