package org.silkthread.server.improvement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.reading.ControlChart;
import org.silkthread.server.web.chart.ChangeMark;
import org.silkthread.server.web.chart.XmrChart;
import org.springframework.stereotype.Component;

/** The measure of a project over time, with its changes marked on it. */
@Component
public class Charts {

    private final Figures figures;

    Charts(Figures figures) {
        this.figures = figures;
    }

    /**
     * The measure over time.
     *
     * @param control with limits; without them where there are too few points
     * @param run the same points against the median of those before the first change
     * @param unmarked the numbers of the changes that were tried in no period of the chart
     */
    public record Measured(XmrChart control, XmrChart run, List<String> cautions, List<Integer> unmarked) {

        public Measured {
            cautions = List.copyOf(cautions);
            unmarked = List.copyOf(unmarked);
        }
    }

    /** The charts of a project as an audience may see them; empty when no figure is shown. */
    public Optional<Measured> of(Project project, Audience audience) {
        List<Figure> series =
                figures.series(project.description().indicator(), project.organisation(), audience).stream()
                        .sorted((a, b) -> a.id().period().compareTo(b.id().period()))
                        .toList();
        return ControlChart.of(series).map(chart -> {
            List<ChangeMark> marks = new ArrayList<>();
            List<Integer> unmarked = new ArrayList<>();
            mark(project, series.stream().map(figure -> figure.id().period()).toList(), marks, unmarked);
            return new Measured(
                    chart.chart().marked(marks), chart.run(marks).marked(marks), chart.cautions(), unmarked);
        });
    }

    private static void mark(Project project, List<Period> periods, List<ChangeMark> marks, List<Integer> unmarked) {
        for (int i = 0; i < project.cycles().size(); i++) {
            Cycle cycle = project.cycles().get(i);
            int number = i + 1;
            Optional<LocalDate> began = cycle.began();
            if (began.isPresent()) {
                Optional<Integer> index = index(periods, began.get());
                index.ifPresentOrElse(
                        at -> marks.add(new ChangeMark(at, number, cycle.plan().change())), () -> unmarked.add(number));
            }
        }
    }

    private static Optional<Integer> index(List<Period> periods, LocalDate day) {
        return IntStream.range(0, periods.size())
                .filter(i -> !day.isBefore(periods.get(i).start())
                        && !day.isAfter(periods.get(i).end()))
                .boxed()
                .findFirst();
    }
}
