package org.silkthread.bench.peers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.repository.IRepository;
import ca.uhn.fhir.rest.api.MethodOutcome;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.Multimap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;

/**
 * Where the reference engine looks up libraries and value sets by address: a map, so that none of its time goes there.
 */
record ContentRepository(Content content) implements IRepository {

    @Override
    public FhirContext fhirContext() {
        return content.fhir();
    }

    @Override
    public <B extends IBaseBundle, T extends IBaseResource> B search(
            Class<B> bundleType,
            Class<T> resourceType,
            Multimap<String, List<IQueryParameterType>> parameters,
            Map<String, String> headers) {
        String url = parameters.get("url").stream()
                .flatMap(List::stream)
                .findFirst()
                .map(value -> value.getValueAsQueryToken(fhirContext()).replace("\\", ""))
                .orElse("");
        Bundle found = new Bundle();
        Resource resource =
                switch (resourceType.getSimpleName()) {
                    case "ValueSet" -> content.valueSets().get(url);
                    case "Library" -> new Library().setUrl(url);
                    default -> null;
                };
        if (resource != null) {
            found.addEntry().setResource(resource);
        }
        return bundleType.cast(found);
    }

    @Override
    public <B extends IBaseBundle, T extends IBaseResource> B search(
            Class<B> bundleType,
            Class<T> resourceType,
            Map<String, List<IQueryParameterType>> parameters,
            Map<String, String> headers) {
        Multimap<String, List<IQueryParameterType>> several = ArrayListMultimap.create();
        parameters.forEach(several::put);
        return search(bundleType, resourceType, several, headers);
    }

    @Override
    public <T extends IBaseResource, I extends IIdType> T read(Class<T> type, I id, Map<String, String> headers) {
        throw new UnsupportedOperationException("Nothing is read by id");
    }

    @Override
    public <T extends IBaseResource> MethodOutcome create(T resource, Map<String, String> headers) {
        throw new UnsupportedOperationException("Nothing is written");
    }

    @Override
    public <T extends IBaseResource> MethodOutcome update(T resource, Map<String, String> headers) {
        throw new UnsupportedOperationException("Nothing is written");
    }

    @Override
    public <T extends IBaseResource, I extends IIdType> MethodOutcome delete(
            Class<T> type, I id, Map<String, String> headers) {
        throw new UnsupportedOperationException("Nothing is deleted");
    }
}
