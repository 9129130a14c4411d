package org.silkthread.server.indicators;

import java.util.List;

/** Knows where a figure leads. Rooms above fill this in; the figure's page shows the strands of all sources. */
public interface ThreadSource {

    /** The strands that start at the figure; empty when there is none. */
    List<Strand> strands(Figure figure);
}
