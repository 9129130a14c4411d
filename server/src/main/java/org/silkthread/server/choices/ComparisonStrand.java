package org.silkthread.server.choices;

import java.util.List;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Level;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.springframework.stereotype.Component;

/** The strand of a provider's figure that leads to its comparison with others. */
@Component
class ComparisonStrand implements ThreadSource {

    private final Directory directory;
    private final PublishedBases bases;

    ComparisonStrand(Directory directory, PublishedBases bases) {
        this.directory = directory;
        this.bases = bases;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        boolean provider = directory
                .level(figure.id().organisation())
                .filter(Level.ORGANISATION::equals)
                .isPresent();
        if (!provider) {
            return List.of();
        }
        FinancialYear year = FinancialYear.of(figure.id().period().start());
        String explanation = bases.find(figure.id().organisation(), year)
                .map(base ->
                        "The comparison for " + year.code() + " reads the figures that the Quality Account published.")
                .orElse("The comparison reads the figures of today, which are provisional.");
        return List.of(new Strand(
                Strand.Kind.COMPARISON,
                "Compare " + figure.organisationName() + " with others",
                "/compare?service=" + figure.definition().serviceLines().getFirst() + "&organisation="
                        + figure.id().organisation(),
                explanation));
    }
}
