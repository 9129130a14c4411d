package org.silkthread.measure.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.ElmLibrary;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.report.BoundMeasure;
import org.silkthread.measure.report.MeasureReader;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Settings;
import tools.jackson.databind.JsonNode;

/** The national indicators as the repository holds them, for the financial year 2025-26. */
final class NationalSet {

    private static final DateTime START = DateTime.parse("2025-04-01T00:00:00.000+00:00");
    private static final DateTime END = DateTime.parse("2026-03-31T23:59:59.999+00:00");

    private final Content content;
    private final List<BoundMeasure> measures = new ArrayList<>();
    private final Inputs inputs;

    private NationalSet(Content content) {
        this.content = content;
        Map<LibraryName, ElmLibrary> libraries = new LinkedHashMap<>();
        for (JsonNode measure : content.measures()) {
            LibraryName library = content.libraryOf(measure).orElseThrow();
            content.closure(library).forEach(needed -> libraries.put(needed.name(), needed));
            measures.add(new BoundMeasure(MeasureReader.read(measure), library));
        }
        FhirModel model = FhirModel.r4();
        inputs = new Inputs(
                PlanBuilder.plan(
                        model, libraries.values().stream().map(ElmLibrary::elm).toList()),
                model,
                new ValueSets(content.terminology()),
                new Settings(END),
                Map.of("Measurement Period", new Interval(START, true, END, true, Interval.PointType.DATE_TIME)),
                ErrorMode.RAISE);
    }

    static NationalSet read() {
        try {
            return new NationalSet(Content.read(List.of(folder())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("content").resolve("measures"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    Content content() {
        return content;
    }

    List<BoundMeasure> measures() {
        return List.copyOf(measures);
    }

    /** The place of an indicator, such as {@code diabetes-hba1c}, among the measures. */
    int index(String indicator) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).measure().groups().getFirst().id().equals(indicator)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No indicator " + indicator);
    }

    MeasureSet with(Function<Inputs, EvaluationSource> engine) {
        return MeasureSet.of(measures, engine.apply(inputs), true);
    }
}
