package org.silkthread.server.indicators;

import java.util.Collection;
import java.util.Map;

/** Says which figures are marked. Rooms above fill this in; a figure is shown with the marks of all sources. */
public interface MarkSource {

    /** The marks of those of the figures that have one. Asked once for all the figures of a page. */
    Map<FigureId, Mark> marks(Collection<FigureId> figures);
}
