package org.silkthread.server.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.indicators.FigureId;
import org.springframework.stereotype.Component;

/**
 * The simplest thing that can be published: a leaflet with a body, and a statement of the commissioner beside it. It is a
 * bean of every test's server, because it lies where the server looks for its rooms.
 */
@Component
class Leaflets implements PublicationKind, PublishedTogether {

    static final String KIND = "leaflet";

    /** What became public or was withdrawn, in order. */
    final List<String> notices = new CopyOnWriteArrayList<>();

    /** Whether what has to be public together with a leaflet fails. */
    volatile boolean broken;

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public List<Gap> gapsBeforeFreezing(Draft draft) {
        List<Gap> gaps = new ArrayList<>();
        if (draft.manuscript().text("body").isEmpty()) {
            gaps.add(new Gap("body", "The leaflet has no body."));
        }
        return gaps;
    }

    @Override
    public Map<String, String> computedTexts(Draft draft) {
        return Map.of(
                "computed-length", draft.manuscript().text("body").orElse("").length() + " characters");
    }

    @Override
    public Collection<FigureId> figures(Draft draft) {
        return List.of(new FigureId("ae-4-hour", "ENG", new FinancialYear(2023).period()));
    }

    @Override
    public List<Gap> gapsBeforeSigning(Frozen frozen) {
        return frozen.attachment("commissioner").isPresent()
                ? List.of()
                : List.of(new Gap("commissioner", "The commissioner has said nothing."));
    }

    @Override
    public void published(Published publication) {
        if (broken) {
            throw new IllegalStateException("The notice board is full");
        }
        notices.add("published " + publication.id());
    }

    @Override
    public void withdrawn(Withdrawn publication) {
        notices.add("withdrawn " + publication.id());
    }
}
