package org.silkthread.server.improvement;

import java.util.List;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.springframework.stereotype.Component;

/** Leads from a figure to shared projects that work on it. */
@Component
class LibraryStrands implements ThreadSource {

    private static final int MOST = 5;

    private final Projects projects;

    LibraryStrands(Projects projects) {
        this.projects = projects;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        return projects.shared().stream()
                .filter(project -> project.organisation().equals(figure.id().organisation())
                        && project.description().indicator().equals(figure.id().indicator()))
                .limit(MOST)
                .map(project -> new Strand(
                        Strand.Kind.IMPROVEMENT,
                        project.description().title(),
                        "/observatory/improvement/" + project.id(),
                        "A team of this organisation works on this figure and shares what it tried."))
                .toList();
    }
}
