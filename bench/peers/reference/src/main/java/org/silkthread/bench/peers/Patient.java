package org.silkthread.bench.peers;

import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** A patient with all resources that came in the same bundle, by type: what a retrieve reads without any search. */
record Patient(String id, Map<String, List<IBaseResource>> resources) {

    static Patient of(IParser parser, String bundle) {
        Map<String, List<IBaseResource>> resources = new HashMap<>();
        String id = "";
        for (Bundle.BundleEntryComponent entry :
                parser.parseResource(Bundle.class, bundle).getEntry()) {
            Resource resource = entry.getResource();
            resources
                    .computeIfAbsent(resource.fhirType(), type -> new ArrayList<>())
                    .add(resource);
            if (resource.fhirType().equals("Patient")) {
                id = resource.getIdElement().getIdPart();
            }
        }
        return new Patient(id, resources);
    }

    List<IBaseResource> ofType(String type) {
        return resources.getOrDefault(type, List.of());
    }
}
