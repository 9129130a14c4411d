package org.silkthread.server.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.springframework.stereotype.Component;

/** Leads from a figure to the standards it measures and the evidence behind it. */
@Component
class EvidenceStrands implements ThreadSource {

    private final EvidenceLibrary library;

    EvidenceStrands(EvidenceLibrary library) {
        this.library = library;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        IndicatorDefinition definition = figure.definition();
        Stream<Guidance> named = Stream.concat(definition.standards().stream(), definition.evidence().stream())
                .map(library::find)
                .flatMap(Optional::stream);
        return Stream.concat(named, library.measuredBy(definition.id()).stream())
                .filter(document -> document.supersededBy().isEmpty())
                .distinct()
                .map(EvidenceStrands::strand)
                .toList();
    }

    private static Strand strand(Guidance document) {
        boolean standard = document.type().setsStandard();
        return new Strand(
                standard ? Strand.Kind.STANDARD : Strand.Kind.EVIDENCE,
                document.title(),
                "/evidence/" + document.id(),
                standard
                        ? "This figure measures whether care meets this. "
                                + document.strength().sentence()
                        : "This is how we know that it matters. "
                                + document.type().label() + " by " + document.body() + ".");
    }
}
