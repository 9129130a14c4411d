package org.silkthread.cli.demo;

import java.util.List;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.regulation.Validation;
import org.silkthread.server.regulation.Validations;
import org.silkthread.server.regulation.Verdict;

/** The verdicts of the demonstration's regulator. */
public final class DemoValidations {

    private final Validations validations;

    /** The validations of an installation. */
    public DemoValidations(Validations validations) {
        this.validations = validations;
    }

    /** Marks one figure as not validated: one person of the regulator records it, the other confirms. */
    public void mark(FigureId figure) {
        if (!validations.of(figure).isEmpty()) {
            return;
        }
        List<DemoPeople.Person> regulators = DemoPeople.regulators();
        Validation.Proposed proposed = validations.propose(
                figure,
                Verdict.NOT_VALIDATED,
                "We compared 40 records with the figure. In 6 of them the time of departure was missing and had been"
                        + " entered as the time of the decision.",
                regulators.getFirst().actor());
        validations.confirm(proposed.id(), regulators.getLast().actor());
    }
}
