package org.silkthread.server.indicators.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ProfileSection;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.Reader;
import org.silkthread.server.indicators.reading.Standings;
import org.silkthread.server.indicators.reading.Verdict;
import org.springframework.stereotype.Component;

/** Quality at a glance on an organisation's profile: the latest figure of each indicator, in words and shapes. */
@Component
class GlanceSection implements ProfileSection {

    private static final int ORDER = 100;

    private final Figures figures;
    private final Standings standings;
    private final Reader reader;

    GlanceSection(Figures figures, Standings standings, Reader reader) {
        this.figures = figures;
        this.standings = standings;
        this.reader = reader;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Section> section(Organisation organisation, LocalDate date) {
        Audience audience = reader.audience();
        List<Figure> latest = figures.of(organisation.code(), audience);
        if (latest.isEmpty() && organisation.level() != Level.ORGANISATION) {
            return Optional.empty();
        }
        Map<FigureId, Verdict> verdicts = standings.of(latest, organisation.level(), audience);
        GlanceView view = new GlanceView(
                "No figures have been published for this organisation.",
                Arrays.stream(Dimension.values())
                        .map(dimension -> group(dimension, latest, verdicts))
                        .filter(group -> !group.items().isEmpty())
                        .toList());
        return Optional.of(new Section("quality", "Quality at a glance", "indicators/glance", view));
    }

    private static GlanceView.DimensionGroup group(
            Dimension dimension, List<Figure> latest, Map<FigureId, Verdict> verdicts) {
        return new GlanceView.DimensionGroup(
                dimension.label(),
                dimension.meaning(),
                latest.stream()
                        .filter(figure -> figure.definition().dimension() == dimension)
                        .map(figure -> item(figure, verdicts.getOrDefault(figure.id(), Verdict.NOT_KNOWN)))
                        .toList());
    }

    private static GlanceView.Item item(Figure figure, Verdict verdict) {
        return new GlanceView.Item(
                figure.definition().title(),
                "/figures/" + figure.id().code(),
                FigureWords.number(figure),
                FigureWords.unit(figure),
                figure.id().period().label() + ", " + FigureWords.base(figure),
                verdict.shape(),
                verdict.words(),
                figure.marks().stream().map(Mark::label).toList());
    }
}
