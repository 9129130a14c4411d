package org.silkthread.bench.peers;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.fhir.cql.engine.retrieve.BaseRetrieveProvider;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings;

/**
 * Retrieves of the patient under evaluation, from memory by type; profile and code are filtered by the reference
 * engine's own predicates. One for each thread.
 */
final class PatientRetrieval extends BaseRetrieveProvider {

    private Patient patient = new Patient("", java.util.Map.of());

    PatientRetrieval(FhirContext fhir, TerminologyProvider terminology, RetrieveSettings settings) {
        super(fhir, terminology, settings);
    }

    void of(Patient next) {
        patient = next;
    }

    @Override
    public Iterable<Object> retrieve(
            String context,
            String contextPath,
            Object contextValue,
            String dataType,
            String templateId,
            String codePath,
            Iterable<Code> codes,
            String valueSet,
            String datePath,
            String dateLowPath,
            String dateHighPath,
            Interval dateRange) {
        List<IBaseResource> candidates = patient.ofType(dataType);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Predicate<IBaseResource> profile = filterByTemplateId(dataType, templateId);
        Predicate<IBaseResource> terminology = filterByTerminology(dataType, codePath, codes, valueSet);
        List<Object> found = new ArrayList<>(candidates.size());
        for (IBaseResource candidate : candidates) {
            if (profile.test(candidate) && terminology.test(candidate)) {
                found.add(candidate);
            }
        }
        return found;
    }
}
