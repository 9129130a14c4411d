package org.silkthread.server.indicators;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that can be reached from a figure. */
@Component
public class GoldenThread {

    private final ObjectProvider<ThreadSource> sources;

    GoldenThread(ObjectProvider<ThreadSource> sources) {
        this.sources = sources;
    }

    /** The strands of a figure, in the order of their kinds. */
    public List<Strand> of(Figure figure) {
        return sources.stream()
                .flatMap(source -> source.strands(figure).stream())
                .sorted(Comparator.comparing(Strand::kind).thenComparing(Strand::label))
                .toList();
    }
}
