package org.silkthread.bench.peers;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationResults;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.fhir.cql.CqlOptions;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cql.LibraryEngine;
import org.opencds.cqf.fhir.cql.VersionedIdentifiers;
import org.opencds.cqf.fhir.cql.engine.parameters.CqlFhirParametersConverter;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings.PROFILE_MODE;
import org.opencds.cqf.fhir.cql.engine.terminology.RepositoryTerminologyProvider;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvaluationResultHandler;
import org.opencds.cqf.fhir.cr.measure.common.MultiLibraryIdMeasureEngineDetails;
import org.opencds.cqf.fhir.cr.measure.r4.R4MeasureDefBuilder;
import org.opencds.cqf.fhir.cr.measure.r4.R4MeasureProcessor;
import org.opencds.cqf.fhir.utility.Constants;

/**
 * The reference engine at its quickest: libraries compiled once, value sets expanded once, an engine
 * kept for each measure, patients in memory, one subject at a time. One for each thread.
 */
final class ReferenceEngine {

    /**
     * Shared by the threads and measures: expansions and compiled libraries. Each library is compiled once and no more,
     * because the engine keeps types in one map that it goes through whole from time to time, and compiling a library
     * for each measure makes it several times larger and the engine half as quick.
     */
    static final class Shared {
        private final Content content;
        private final ContentRepository repository;
        private final EvaluationSettings settings = EvaluationSettings.getDefault();

        Shared(Content content) {
            this.content = content;
            this.repository = new ContentRepository(content);
            settings.setCqlOptions(CqlOptions.defaultOptions().setUseEmbeddedLibraries(false));
            settings.setRetrieveSettings(new RetrieveSettings().setProfileMode(PROFILE_MODE.DECLARED));
        }
    }

    /** Evaluates only what a measure needs, where the engine itself evaluates the whole library. */
    private static final class NarrowLibraryEngine extends LibraryEngine {
        private final Set<String> needed;

        NarrowLibraryEngine(ContentRepository repository, EvaluationSettings settings, Set<String> needed) {
            super(repository, settings);
            this.needed = needed;
        }

        @Override
        public EvaluationResults getEvaluationResult(
                List<VersionedIdentifier> ids,
                String patientId,
                IBaseParameters parameters,
                Map<String, Object> rawParameters,
                IBaseBundle additionalData,
                Set<String> expressions,
                CqlFhirParametersConverter converter,
                ZonedDateTime evaluated,
                CqlEngine engine) {
            return super.getEvaluationResult(
                    ids, patientId, parameters, rawParameters, additionalData, needed, converter, evaluated, engine);
        }
    }

    private record Evaluator(
            Measure measure,
            R4MeasureProcessor processor,
            MultiLibraryIdMeasureEngineDetails details,
            CqlEngine engine,
            PatientRetrieval retrieval) {}

    private final Shared shared;
    private final Map<String, Evaluator> evaluators = new HashMap<>();
    private final ZonedDateTime evaluated = ZonedDateTime.now(ZoneOffset.UTC);

    ReferenceEngine(Shared shared) {
        this.shared = shared;
    }

    /** The individual report of one patient, or an exception of the engine. */
    MeasureReport evaluate(Measure measure, Patient patient, Period period) {
        Evaluator evaluator = evaluators.computeIfAbsent(measure.getUrl(), url -> evaluatorOf(measure));
        evaluator.retrieval().of(patient);
        List<String> subject = List.of("Patient/" + patient.id());
        // The engine keeps the results of a patient until the id changes, also when that is another patient's.
        evaluator.engine().getCache().getExpressions().clear();
        // To the millisecond: by itself the engine builds it to the second, and comparisons at its edges stay unsure.
        Interval exact = new Interval(
                new DateTime(period.start().toOffsetDateTime()),
                true,
                new DateTime(period.end().toOffsetDateTime()),
                true);
        var results = MeasureEvaluationResultHandler.getEvaluationResults(
                subject, evaluated, evaluator.engine(), evaluator.details(), Map.of("Measurement Period", exact));
        return evaluator
                .processor()
                .evaluateMeasure(
                        evaluator.measure(),
                        period.start(),
                        period.end(),
                        "subject",
                        subject,
                        MeasureEvalType.SUBJECT,
                        evaluator.engine(),
                        results);
    }

    private Evaluator evaluatorOf(Measure measure) {
        EvaluationSettings settings = shared.settings;
        var terminology = new RepositoryTerminologyProvider(
                shared.repository, settings.getValueSetCache(), settings.getTerminologySettings());
        PatientRetrieval retrieval =
                new PatientRetrieval(shared.content.fhir(), terminology, settings.getRetrieveSettings());
        ModelManager models = new ModelManager(settings.getModelCache());
        // A library that another measure has compiled brings its types, but not the model that they are of.
        models.resolveModel("FHIR", "4.0.1");
        LibraryManager libraries = new LibraryManager(
                models,
                settings.getCqlOptions().getCqlCompilerOptions(),
                settings.getLibraryCache());
        libraries.getLibrarySourceLoader().registerProvider(shared.content);
        Environment environment = new Environment(
                libraries,
                Map.of(Constants.FHIR_MODEL_URI, new CompositeDataProvider(new R4FhirModelResolver(), retrieval)),
                terminology);
        CqlEngine engine = new CqlEngine(
                environment,
                settings.getCqlOptions().getCqlEngineOptions().getOptions());
        NarrowMeasure narrow = NarrowMeasure.of(measure);
        MultiLibraryIdMeasureEngineDetails details = MultiLibraryIdMeasureEngineDetails.builder(
                        new NarrowLibraryEngine(shared.repository, settings, narrow.expressions()))
                .addLibraryIdToMeasureId(
                        new VersionedIdentifier().withId(VersionedIdentifiers.forUrl(
                                        measure.getLibrary().getFirst().getValue())
                                .getId()),
                        new R4MeasureDefBuilder().build(narrow.measure()))
                .build();
        R4MeasureProcessor processor = new R4MeasureProcessor(
                shared.repository,
                MeasureEvaluationOptions.defaultOptions().setEvaluationSettings(settings));
        return new Evaluator(narrow.measure(), processor, details, engine, retrieval);
    }
}
