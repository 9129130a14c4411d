package org.silkthread.server.publication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.silkthread.server.indicators.FigureId;

/** What a room that publishes something says about it: what it must hold and which figures it shows. */
public interface PublicationKind {

    /** The name used in {@link PublicationId#kind()}. */
    String name();

    /** What is missing before the draft may be frozen; empty when it is complete. */
    List<Gap> gapsBeforeFreezing(Draft draft);

    /**
     * Texts that are computed at the freeze and sealed with what people wrote, such as which service lines there were,
     * by section key. The keys are none that people write under.
     */
    Map<String, String> computedTexts(Draft draft);

    /** The figures to freeze. */
    Collection<FigureId> figures(Draft draft);

    /** What is missing before a second person may sign; empty when it is complete. */
    List<Gap> gapsBeforeSigning(Frozen frozen);
}
