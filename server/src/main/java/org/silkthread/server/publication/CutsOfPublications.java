package org.silkthread.server.publication;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silkthread.server.indicators.CutRelease;
import org.silkthread.server.publication.store.StepTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a cut out in the same instant as the publication, or the correction, that it was made for. The cut of a draft that
 * was sent back stays closed for ever.
 */
@Component
@Transactional(readOnly = true)
class CutsOfPublications implements CutRelease {

    private final StepTable table;
    private final Publications publications;

    CutsOfPublications(StepTable table, Publications publications) {
        this.table = table;
        this.publications = publications;
    }

    @Override
    public boolean isPublic(UUID cut) {
        return table.publicationOf(cut).flatMap(publications::findPublic).stream()
                .anyMatch(open -> open.cut().id().equals(cut)
                        || open.corrections().stream()
                                .map(Correction::figures)
                                .flatMap(Optional::stream)
                                .anyMatch(figures -> figures.id().equals(cut)));
    }

    @Override
    public boolean isOf(UUID cut, Set<String> organisations) {
        return table.publicationOf(cut)
                .filter(publication -> organisations.contains(publication.owner()))
                .isPresent();
    }
}
