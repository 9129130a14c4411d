package org.silkthread.server.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.rollup.Cell;
import org.silkthread.server.indicators.rollup.Total;
import org.silkthread.server.indicators.store.CellTable;
import org.silkthread.server.indicators.store.SubmissionTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names, sources, marks and the next release beside values; one query each for all figures of a page. */
@Component
class FigureAssembly {

    private final CellTable cells;
    private final SubmissionTable submissions;
    private final ObjectProvider<MarkSource> markSources;

    FigureAssembly(CellTable cells, SubmissionTable submissions, ObjectProvider<MarkSource> markSources) {
        this.cells = cells;
        this.submissions = submissions;
        this.markSources = markSources;
    }

    /**
     * A figure before names and marks.
     *
     * @param total the counts, if there are any
     */
    record Draft(
            FigureId id,
            IndicatorDefinition definition,
            PublishedValue value,
            Coverage coverage,
            Optional<Total> total) {

        Optional<Cell> latest() {
            return total.map(Total::latest);
        }

        boolean own() {
            return latest().map(cell -> cell.organisation().equals(id.organisation()))
                    .orElse(false);
        }
    }

    /** The figures, in the order of the drafts. */
    List<Figure> figures(List<Draft> drafts, Map<String, Organisation> places) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<Long, SubmissionTable.Received> received = submissions.find(drafts.stream()
                .flatMap(draft -> draft.latest().stream())
                .map(Cell::submission)
                .collect(Collectors.toSet()));
        Map<FigureId, List<Mark>> marks =
                marks(drafts.stream().map(Draft::id).distinct().toList());
        Map<String, NextRelease> releases = releases(drafts);
        List<Figure> figures = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            figures.add(new Figure(
                    draft.id(),
                    draft.definition(),
                    Optional.ofNullable(places.get(draft.id().organisation()))
                            .map(Organisation::name)
                            .orElse(draft.id().organisation()),
                    draft.own(),
                    draft.value(),
                    draft.coverage(),
                    draft.latest().map(cell -> source(draft, cell, received)),
                    marks.getOrDefault(draft.id(), List.of()),
                    releases.getOrDefault(
                            draft.id().indicator(),
                            next(draft.definition(), draft.id().period()))));
        }
        return figures;
    }

    /** The marks of all sources on figures. */
    Map<FigureId, List<Mark>> marks(List<FigureId> ids) {
        Map<FigureId, List<Mark>> marks = new HashMap<>();
        markSources.stream()
                .forEach(source -> source.marks(ids)
                        .forEach((id, mark) -> marks.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(mark)));
        return marks;
    }

    private static FigureSource source(Draft draft, Cell cell, Map<Long, SubmissionTable.Received> received) {
        SubmissionTable.Received file =
                Optional.ofNullable(received.get(cell.submission())).orElseThrow();
        return new FigureSource(
                file.publication(),
                file.file(),
                file.at(),
                cell.submission(),
                draft.definition().version(),
                Method.VERSION,
                cell.status(),
                cell.recordedAt());
    }

    private Map<String, NextRelease> releases(List<Draft> drafts) {
        Map<String, IndicatorDefinition> definitions = new HashMap<>();
        drafts.forEach(draft -> definitions.put(draft.id().indicator(), draft.definition()));
        Map<String, NextRelease> releases = new HashMap<>();
        cells.latestPeriods(definitions.keySet())
                .forEach((indicator, latest) -> Optional.ofNullable(definitions.get(indicator))
                        .ifPresent(definition -> releases.put(indicator, next(definition, latest))));
        return releases;
    }

    static NextRelease next(IndicatorDefinition definition, Period latest) {
        Period next = latest.next();
        return new NextRelease(next, definition.collection().due(next));
    }
}
