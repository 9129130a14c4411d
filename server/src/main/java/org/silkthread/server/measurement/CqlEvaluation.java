package org.silkthread.server.measurement;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.silkthread.measure.content.ElmLibrary;
import org.silkthread.measure.content.ExpressionScope;
import org.silkthread.measure.content.InvalidCql;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.content.Problem;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.oracle.Oracle;
import org.silkthread.measure.parameters.ResultParameters;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.plan.PlanException;
import org.silkthread.measure.record.MemoryRecord;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates CQL that somebody sends, over nothing or over the Bundle of one patient that comes with it. Nothing of the
 * server's own data is read. A few evaluations run at a time; others wait.
 */
@Service
public class CqlEvaluation {

    private static final int AT_A_TIME = 2;

    private final MeasurementContent content;
    private final Clock clock;
    private final FhirModel model = FhirModel.r4();
    private final Semaphore turn = new Semaphore(AT_A_TIME);

    CqlEvaluation(MeasurementContent content, Clock clock) {
        this.content = content;
        this.clock = clock;
    }

    /**
     * The value of an expression as a Parameters resource with {@code return}; with {@code evaluation error} when it
     * fails.
     *
     * @param bundle the JSON of a Bundle of one patient, which makes FHIR data part of the language
     * @throws Refused when the text is no CQL
     */
    public ObjectNode expression(String cql, Optional<String> bundle) {
        ElmLibrary library;
        try {
            library = content.content()
                    .expression(cql, bundle.isPresent() ? ExpressionScope.FHIR : ExpressionScope.PLAIN);
        } catch (InvalidCql invalid) {
            throw new Refused(invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        DefinitionName name =
                new DefinitionName(library.name().name(), library.name().version(), ExpressionScope.DEFINITION);
        ResultParameters result = new ResultParameters();
        Oracle oracle = oracle(content.content().closure(library));
        evaluate(oracle, record(bundle), List.of(name), result, Optional.of("return"));
        return result.resource();
    }

    /**
     * The values of definitions of a library, each under its name.
     *
     * @param canonical the address of the library, with or without a version
     * @param definitions names; empty for all
     * @throws Refused when the server does not have the library or a definition
     */
    public ObjectNode library(String canonical, List<String> definitions, Optional<String> bundle) {
        List<ElmLibrary> closure = content.content()
                .libraryAt(canonical)
                .map(content.content()::closure)
                .orElse(List.of());
        if (closure.isEmpty()) {
            throw new Refused("The server has no library " + canonical + ".");
        }
        LibraryName library = closure.getLast().name();
        Plan plan = plan(closure);
        List<DefinitionName> names = new ArrayList<>();
        for (Plan.Definition definition : plan.definitions()) {
            DefinitionName name = definition.name();
            if (name.library().equals(library.name())
                    && !name.name().equals("Patient")
                    && (definitions.isEmpty() || definitions.contains(name.name()))) {
                names.add(name);
            }
        }
        if (names.size() < definitions.size()) {
            throw new Refused("The library " + library + " does not have all of " + definitions + ".");
        }
        ResultParameters result = new ResultParameters();
        evaluate(oracle(closure), record(bundle), names, result, Optional.empty());
        return result.resource();
    }

    private void evaluate(
            Oracle oracle,
            PatientRecord patient,
            List<DefinitionName> names,
            ResultParameters result,
            Optional<String> label) {
        turn.acquireUninterruptibly();
        try {
            Evaluation evaluation = oracle.begin(patient);
            for (DefinitionName name : names) {
                OptionalInt number = oracle.definition(name);
                try {
                    result.add(label.orElse(name.name()), evaluation.value(number.orElseThrow()));
                } catch (RuntimeException failure) {
                    result.addError(name.name() + ": " + failure.getMessage());
                } catch (StackOverflowError failure) {
                    result.addError(name.name() + ": it recurs too deeply");
                }
            }
        } finally {
            turn.release();
        }
    }

    private Oracle oracle(List<ElmLibrary> closure) {
        return new Oracle(new Inputs(
                plan(closure),
                model,
                new ValueSets(content.content().terminology()),
                RunRequest.settings(clock.instant(), ZoneOffset.UTC),
                Map.of(),
                ErrorMode.RAISE));
    }

    private Plan plan(List<ElmLibrary> closure) {
        try {
            return PlanBuilder.plan(
                    model, closure.stream().<JsonNode>map(ElmLibrary::elm).toList());
        } catch (PlanException incomplete) {
            throw new Refused(String.valueOf(incomplete.getMessage()));
        }
    }

    private PatientRecord record(Optional<String> bundle) {
        if (bundle.isEmpty()) {
            return new MemoryRecord("", List.of());
        }
        List<PatientRecord> records = RecordCollector.of(model, bundle.get().getBytes(StandardCharsets.UTF_8))
                .records();
        if (records.size() != 1) {
            throw new Refused("The data must be a Bundle of exactly one patient; it has " + records.size() + ".");
        }
        return records.getFirst();
    }
}
