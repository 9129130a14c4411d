package org.silkthread.server.regulation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.MarkSource;
import org.silkthread.server.regulation.Validation.Confirmed;
import org.springframework.stereotype.Component;

/** The regulator's mark on every figure that has a verdict in force, and on every figure that contains one. */
@Component
class RegulatorMarks implements MarkSource {

    /** The kind of mark that the regulator sets. */
    static final String KIND = "validation";

    private final Validations validations;

    RegulatorMarks(Validations validations) {
        this.validations = validations;
    }

    @Override
    public Map<FigureId, Mark> marks(Collection<FigureId> figures) {
        List<Confirmed> around = latestOfEachFigure(validations.confirmedAround(figures));
        Map<FigureId, Mark> marks = new LinkedHashMap<>();
        for (FigureId figure : figures) {
            mark(figure, around).ifPresent(mark -> marks.put(figure, mark));
        }
        return marks;
    }

    private static List<Confirmed> latestOfEachFigure(List<Confirmed> latestFirst) {
        Map<FigureId, Confirmed> latest = new LinkedHashMap<>();
        latestFirst.forEach(confirmed -> latest.putIfAbsent(confirmed.figure(), confirmed));
        return List.copyOf(latest.values());
    }

    private static Optional<Mark> mark(FigureId figure, List<Confirmed> around) {
        Optional<Confirmed> own = around.stream()
                .filter(confirmed -> confirmed.figure().equals(figure))
                .findFirst();
        if (own.isPresent()) {
            return own.map(confirmed -> new Mark(
                    KIND,
                    confirmed.verdict().label(),
                    confirmed.verdict().meaning(),
                    href(confirmed),
                    UkTime.at(confirmed.at()).toLocalDate()));
        }
        return around.stream()
                .filter(confirmed -> isPartOf(confirmed.figure(), figure))
                .filter(confirmed -> confirmed.verdict() != Verdict.VALIDATED)
                .findFirst()
                .map(RegulatorMarks::partly);
    }

    /** Of the same indicator and organisation, for a period inside this one. */
    private static boolean isPartOf(FigureId part, FigureId whole) {
        return part.indicator().equals(whole.indicator())
                && part.organisation().equals(whole.organisation())
                && whole.period().contains(part.period());
    }

    private static Mark partly(Confirmed part) {
        String period = part.figure().period().label();
        boolean rejected = part.verdict() == Verdict.NOT_VALIDATED;
        return new Mark(
                KIND,
                rejected ? "Partly not validated by the regulator" : "Partly under review by the regulator",
                rejected
                        ? "This figure contains the one for " + period + ", which the regulator could not confirm."
                        : "This figure contains the one for " + period + ", which the regulator is examining.",
                href(part),
                UkTime.at(part.at()).toLocalDate());
    }

    /** Where everybody can read a verdict and its reason. */
    static String href(Validation validation) {
        return "/about/validation/" + validation.id();
    }
}
