package org.silkthread.server.constitution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.springframework.stereotype.Component;

/** Leads from a figure to the rights and pledges whose keeping it shows. */
@Component
class RightStrands implements ThreadSource {

    private final Rights rights;

    RightStrands(Rights rights) {
        this.rights = rights;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        Stream<Right> named =
                figure.definition().rights().stream().map(rights::find).flatMap(Optional::stream);
        return Stream.concat(named, rights.shownBy(figure.id().indicator()).stream())
                .distinct()
                .map(right -> strand(right, figure))
                .toList();
    }

    private static Strand strand(Right right, Figure figure) {
        return new Strand(
                Strand.Kind.RIGHT,
                right.title(),
                "/rights/" + right.id() + "?organisation=" + figure.id().organisation(),
                "This figure is evidence of whether this "
                        + right.kind().label().toLowerCase(Locale.UK) + " is kept. "
                        + right.kind().sentence());
    }
}
