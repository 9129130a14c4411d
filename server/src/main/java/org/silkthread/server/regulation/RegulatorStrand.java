package org.silkthread.server.regulation;

import java.util.List;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.silkthread.server.regulation.Validation.Confirmed;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** From a figure to the regulator's verdict on it. */
@Component
class RegulatorStrand implements ThreadSource {

    private final Validations validations;

    RegulatorStrand(Validations validations) {
        this.validations = validations;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        Confirmed confirmed = validations.inForce(List.of(figure.id())).get(figure.id());
        if (confirmed == null) {
            return List.of(new Strand(
                    Strand.Kind.VALIDATION,
                    "Not examined",
                    "/about/validation",
                    "The regulator has not examined this figure. It examines a sample."));
        }
        return List.of(new Strand(
                Strand.Kind.VALIDATION,
                confirmed.verdict().label(),
                RegulatorMarks.href(confirmed),
                "Since " + Wording.date(UkTime.at(confirmed.at()).toLocalDate()) + ", with the reason."));
    }
}
