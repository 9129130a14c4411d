package org.silkthread.cli.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.compile.CompiledPlan;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.ElmLibrary;
import org.silkthread.measure.content.ExpressionScope;
import org.silkthread.measure.content.InvalidCql;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.parameters.ResultParameters;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.record.MemoryRecord;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.run.RunRequest;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.store.Projection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk cql}. */
@Command(
        name = "cql",
        description = "Evaluate a CQL expression and print its value, as CQL or as FHIR Parameters.",
        mixinStandardHelpOptions = true)
public final class CqlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "EXPRESSION",
            description = "Such as 'Interval[1, 5] overlaps Interval[3, 7]'.")
    private String expression = "";

    @Option(
            names = "--library",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Content whose libraries the expression may use, as in Hospice.\"Has Hospice Services\".")
    private List<Path> content = List.of();

    @Option(names = "--data", arity = "1..*", paramLabel = "PATH", description = "Patients' data, as for silk measure.")
    private List<Path> data = List.of();

    @Option(names = "--patient", paramLabel = "ID", description = "The patient whose data the expression speaks of.")
    private String patient = "";

    @Option(names = "--period", paramLabel = "START/END", description = "The parameter \"Measurement Period\".")
    private String period = "";

    @Option(names = "--json", description = "Print FHIR Parameters with the value as return.")
    private boolean json;

    private CqlCommand() {}

    @Override
    public Integer call() throws IOException {
        if (data.isEmpty() != patient.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--data and --patient belong together");
        }
        PrintWriter err = spec.commandLine().getErr();
        ContentFolders folders = new ContentFolders(err);
        Content read = folders.read(content);
        folders.tell(read.problems());
        try {
            ElmLibrary library = read.expression(expression, scope(read));
            Object value = evaluate(read, library);
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    json
                            ? new ResultParameters()
                                    .add("return", value)
                                    .resource()
                                    .toPrettyString()
                            : CqlText.of(value));
            out.flush();
            return 0;
        } catch (InvalidCql invalid) {
            folders.tell(invalid.problems());
            return 1;
        } catch (EvaluationException failed) {
            err.println(failed.getMessage());
            err.flush();
            return 1;
        }
    }

    /** Libraries that the expression names bring their data model; without any, and with data, it is FHIR. */
    private ExpressionScope scope(Content read) {
        List<String> declarations =
                period.isEmpty() ? List.of() : List.of("parameter \"" + RunRequest.PERIOD + "\" Interval<DateTime>");
        List<LibraryName> libraries = read.latestLibraries().stream()
                .filter(name -> expression.contains(name.name()))
                .toList();
        if (libraries.isEmpty()) {
            ExpressionScope bare = data.isEmpty() ? ExpressionScope.PLAIN : ExpressionScope.FHIR;
            return new ExpressionScope(bare.model(), bare.libraries(), declarations, bare.context());
        }
        Optional<LibraryName> model = libraries.stream()
                .map(read::modelOf)
                .flatMap(Optional::stream)
                .filter(used -> !used.name().equals("FHIR"))
                .findFirst()
                .or(() -> ExpressionScope.FHIR.model());
        List<LibraryName> all = new ArrayList<>(libraries);
        if (all.stream().noneMatch(name -> name.name().equals("FHIRHelpers"))) {
            all.addAll(ExpressionScope.FHIR.libraries());
        }
        return new ExpressionScope(model, all, declarations, "Patient");
    }

    private @Nullable Object evaluate(Content read, ElmLibrary library) throws IOException {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        if (!period.isEmpty()) {
            parameters.put(RunRequest.PERIOD, RunRequest.interval(MeasurementPeriod.parse(period), ZoneOffset.UTC));
        }
        FhirModel model = FhirModel.r4();
        Inputs inputs = new Inputs(
                PlanBuilder.plan(
                        model,
                        read.closure(library).stream().map(ElmLibrary::elm).toList()),
                model,
                new ValueSets(read.terminology()),
                RunRequest.settings(Instant.now(), ZoneOffset.UTC),
                parameters,
                ErrorMode.RAISE);
        CompiledPlan plan = CompiledPlan.of(inputs);
        int definition = plan.definition(new DefinitionName(ExpressionScope.LIBRARY, "", ExpressionScope.DEFINITION))
                .orElseThrow();
        if (data.isEmpty()) {
            return plan.begin(new MemoryRecord("", List.of())).value(definition);
        }
        try (PatientData patients = PatientData.open(
                data,
                Runtime.getRuntime().availableProcessors(),
                spec.commandLine().getErr())) {
            PatientRecord record = patients.store()
                    .lookup(Projection.everything())
                    .find(patient)
                    .orElseThrow(() -> new IllegalArgumentException("The data have no patient " + patient + "."));
            return plan.begin(record).value(definition);
        }
    }
}
