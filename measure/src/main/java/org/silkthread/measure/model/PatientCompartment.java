package org.silkthread.measure.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where resources refer to their patient, after FHIR R4's compartment definition for Patient. That definition names
 * search parameters; these are the elements behind them.
 */
final class PatientCompartment {

    /** Elements that carry the patient in nearly all types, in order of preference. */
    private static final List<String> USUAL = List.of("subject", "patient", "beneficiary", "individual", "candidate");

    private static final Map<String, List<List<String>>> OTHERS = Map.ofEntries(
            Map.entry("Appointment", List.of(List.of("participant", "actor"))),
            Map.entry("AppointmentResponse", List.of(List.of("actor"))),
            Map.entry("AuditEvent", List.of(List.of("agent", "who"), List.of("entity", "what"))),
            Map.entry("Communication", List.of(List.of("recipient"), List.of("sender"))),
            Map.entry("CommunicationRequest", List.of(List.of("recipient"), List.of("requester"), List.of("sender"))),
            Map.entry("Coverage", List.of(List.of("subscriber"), List.of("policyHolder"), List.of("payor"))),
            Map.entry("DocumentManifest", List.of(List.of("author"), List.of("recipient"))),
            Map.entry("Group", List.of(List.of("member", "entity"))),
            Map.entry("Invoice", List.of(List.of("recipient"))),
            Map.entry("Patient", List.of(List.of("id"))),
            Map.entry("Person", List.of(List.of("link", "target"))),
            Map.entry("Provenance", List.of(List.of("target"))),
            Map.entry("Schedule", List.of(List.of("actor"))),
            Map.entry("SupplyRequest", List.of(List.of("deliverTo"))));

    private PatientCompartment() {}

    static List<List<String>> paths(StructureType type) {
        Stream<List<String>> usual = USUAL.stream()
                .filter(name -> type.slot(name) >= 0)
                .filter(name -> type.elements().get(type.slot(name)).types().equals(List.of("Reference")))
                .map(List::of);
        return Stream.concat(usual, OTHERS.getOrDefault(type.name(), List.of()).stream())
                .toList();
    }
}
