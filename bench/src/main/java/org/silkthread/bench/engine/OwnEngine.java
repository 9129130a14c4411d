package org.silkthread.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.model.Element;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.plan.Reads;
import org.silkthread.measure.report.BoundMeasure;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.run.PreparedRun;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.store.Projection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our engine, made ready for the comparison: for each measurement period the measures that are evaluated over it. */
final class OwnEngine {

    private final Content content;
    private final Map<MeasurementPeriod, Compiled> compiled = new HashMap<>();

    /** All measures of the content over a period, by one plan. */
    private record Compiled(PreparedRun run, EvaluationSource source) {}

    OwnEngine(Path content) throws IOException {
        this.content = Content.read(List.of(content));
    }

    private Compiled over(MeasurementPeriod period) {
        return compiled.computeIfAbsent(period, wanted -> {
            PreparedRun run = PreparedRun.of(content, RunRequest.of(wanted));
            return new Compiled(run, CompiledPlan.of(run.inputs()));
        });
    }

    /** One measure, by the name that cases give, over a period. */
    MeasureSet measure(String name, MeasurementPeriod period) {
        Compiled all = over(period);
        List<BoundMeasure> wanted = all.run().measures().stream()
                .filter(bound -> bound.measure().id().equals(name))
                .toList();
        if (wanted.size() != 1) {
            throw new IllegalStateException("The content has no usable measure " + name);
        }
        return MeasureSet.of(wanted, all.source(), false);
    }

    /** Every measure once, over the period that a population's {@code periods.json} gives it: a set for each period. */
    List<MeasureSet> measures(Path population) throws IOException {
        List<MeasureSet> sets = new ArrayList<>();
        for (Map.Entry<MeasurementPeriod, Set<String>> entry :
                byPeriod(population).entrySet()) {
            Compiled all = over(entry.getKey());
            List<BoundMeasure> wanted = all.run().measures().stream()
                    .filter(bound -> entry.getValue().contains(bound.measure().id()))
                    .toList();
            sets.add(MeasureSet.of(wanted, all.source(), false));
        }
        return List.copyOf(sets);
    }

    private static Map<MeasurementPeriod, Set<String>> byPeriod(Path population) throws IOException {
        JsonNode periods = JsonMapper.shared().readTree(Files.readString(population.resolve("periods.json")));
        Map<MeasurementPeriod, Set<String>> found = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : periods.properties()) {
            MeasurementPeriod period =
                    MeasurementPeriod.parse(entry.getValue().get("start").asString() + "/"
                            + entry.getValue().get("end").asString());
            found.computeIfAbsent(period, key -> new HashSet<>()).add(entry.getKey());
        }
        return found;
    }

    /** What the plans made so far read of resources: nothing else is decoded from a store. */
    Projection projection() {
        Projection projection = Projection.of(Map.of());
        for (Compiled one : compiled.values()) {
            projection = projection.and(of(Reads.of(one.run().inputs().plan())));
        }
        return projection;
    }

    private static Projection of(Reads reads) {
        if (reads.everything()) {
            return Projection.everything();
        }
        Map<String, Set<String>> elements = new TreeMap<>();
        Set<StructureType> types = new HashSet<>(reads.types());
        types.add(FhirModel.r4().required("Patient"));
        for (StructureType type : types) {
            Set<String> names = new HashSet<>();
            for (Element element : type.elements()) {
                if (reads.elements().contains(element.name())) {
                    names.add(element.name());
                }
            }
            elements.put(type.name(), names);
        }
        return Projection.of(elements);
    }
}
