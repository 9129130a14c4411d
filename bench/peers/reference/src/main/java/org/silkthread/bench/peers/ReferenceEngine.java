package org.silkthread.bench.peers;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.fhir.cql.CqlOptions;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings.PROFILE_MODE;
import org.opencds.cqf.fhir.cql.engine.terminology.RepositoryTerminologyProvider;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;
import org.opencds.cqf.fhir.cr.measure.r4.R4MeasureProcessor;
import org.opencds.cqf.fhir.utility.Constants;

/**
 * The reference engine at its quickest: libraries compiled once for each measure, value sets expanded once, an engine
 * kept for each measure, patients in memory, one subject at a time. One for each thread.
 */
final class ReferenceEngine {

    /** Shared by the threads: expansions, and for each measure its compiled libraries. */
    static final class Shared {
        private final Content content;
        private final ContentRepository repository;
        private final Map<String, List<Code>> expansions = new ConcurrentHashMap<>();
        private final Map<String, EvaluationSettings> settings = new ConcurrentHashMap<>();

        Shared(Content content) {
            this.content = content;
            this.repository = new ContentRepository(content);
        }

        /** Measures that share settings disturb one another, so each has its own. */
        private EvaluationSettings settingsOf(Measure measure) {
            return settings.computeIfAbsent(measure.getUrl(), url -> {
                EvaluationSettings own = EvaluationSettings.getDefault();
                own.setValueSetCache(expansions);
                own.setCqlOptions(CqlOptions.defaultOptions().setUseEmbeddedLibraries(false));
                own.setRetrieveSettings(new RetrieveSettings().setProfileMode(PROFILE_MODE.DECLARED));
                return own;
            });
        }
    }

    /** The processor, with a period to the millisecond: it ends in the second before, and comparisons stay unsure. */
    private static final class Processor extends R4MeasureProcessor {
        Processor(ContentRepository repository, EvaluationSettings settings) {
            super(repository, MeasureEvaluationOptions.defaultOptions().setEvaluationSettings(settings));
        }

        @Override
        public Interval buildMeasurementPeriod(ZonedDateTime start, ZonedDateTime end) {
            return new Interval(
                    new DateTime(start.toOffsetDateTime()), true, new DateTime(end.toOffsetDateTime()), true);
        }
    }

    private record Evaluator(Processor processor, CqlEngine engine, PatientRetrieval retrieval) {}

    private final Shared shared;
    private final Map<String, Evaluator> evaluators = new HashMap<>();

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
        var results = evaluator
                .processor()
                .evaluateMeasureWithCqlEngine(
                        subject, measure, period.start(), period.end(), null, evaluator.engine());
        return evaluator
                .processor()
                .evaluateMeasure(
                        measure,
                        period.start(),
                        period.end(),
                        "subject",
                        subject,
                        MeasureEvalType.SUBJECT,
                        evaluator.engine(),
                        results);
    }

    private Evaluator evaluatorOf(Measure measure) {
        EvaluationSettings settings = shared.settingsOf(measure);
        var terminology = new RepositoryTerminologyProvider(
                shared.repository, settings.getValueSetCache(), settings.getTerminologySettings());
        PatientRetrieval retrieval =
                new PatientRetrieval(shared.content.fhir(), terminology, settings.getRetrieveSettings());
        LibraryManager libraries = new LibraryManager(
                new ModelManager(settings.getModelCache()),
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
        return new Evaluator(new Processor(shared.repository, settings), engine, retrieval);
    }
}
