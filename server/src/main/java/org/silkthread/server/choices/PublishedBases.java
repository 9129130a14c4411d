package org.silkthread.server.choices;

import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.choices.store.ComparisonTable;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.Published;
import org.silkthread.server.publication.PublishedTogether;
import org.silkthread.server.publication.Withdrawn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which frozen cut the comparison of each provider reads. It is decided inside the transaction that publishes or
 * withdraws the provider's Quality Account: the two become public, and cease to be, in the same instant.
 */
@Component
public class PublishedBases implements PublishedTogether {

    private static final String QUALITY_ACCOUNT = "quality-account";

    private final ComparisonTable table;

    PublishedBases(ComparisonTable table) {
        this.table = table;
    }

    /** The figures that the provider's Quality Account for the year published, unless there is none. */
    public Optional<PublishedBase> find(String organisation, FinancialYear year) {
        return table.latest(organisation, year);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void published(Published publication) {
        if (isQualityAccount(publication)) {
            table.append(publication, publication.release().at(), false);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(Withdrawn publication) {
        if (isQualityAccount(publication)) {
            table.append(publication, publication.withdrawal().at(), true);
        }
    }

    private static boolean isQualityAccount(Publication publication) {
        return publication.id().kind().equals(QUALITY_ACCOUNT);
    }
}
