package org.silkthread.server.indicators;

import java.util.List;
import java.util.Optional;

/**
 * A cut as an audience may see it.
 *
 * @param figures in the order of the cut, with marks of today on values of then
 */
public record CutReading(Cut cut, List<Figure> figures) {

    public CutReading {
        figures = List.copyOf(figures);
    }

    public Optional<Figure> figure(FigureId id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
