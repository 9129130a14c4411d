package org.silkthread.server.activity.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.MessageFormat;
import org.silkthread.server.feeds.MessageReader;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.fhir.FhirResource;
import org.silkthread.server.feeds.fhir.FhirTime;
import org.springframework.stereotype.Component;

/**
 * Reads FHIR R4 resources, alone or in a bundle, of all that the profiles in HL7 version 2 read. A bundle is one message: one
 * resource that cannot be read makes all of it wait. What each element means stands in docs/reference/feeds.md.
 */
@Component
class FhirMessages implements MessageReader<Told> {

    private static final Set<String> WRITING = Set.of("POST", "PUT");
    /** Types that say who and where in references of others, and nothing of their own. */
    private static final Set<String> COMPANIONS = Set.of("Patient", "Practitioner", "Organization", "Location");

    private final Chronicle chronicle;

    FhirMessages(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @Override
    public Set<String> profiles() {
        return Set.of("emergency-fhir-r4", "out-of-hours-fhir-r4", "surgical-fhir-r4");
    }

    @Override
    public MessageFormat format() {
        return MessageFormat.FHIR_R4;
    }

    @Override
    public Read<Told> read(Incoming incoming) throws Unreadable {
        FhirResource root = FhirResource.parse(incoming.text());
        if (root.type().equals("Bundle")) {
            return bundle(root);
        }
        ResourceTelling telling = new ResourceTelling(root, new Companions(List.of()), Optional.empty());
        return new Read<>(telling.envelope(), new Told(ResourceReading.read(telling), List.of()));
    }

    @Override
    public void keep(List<Kept<Told>> together) {
        chronicle.keep(together);
    }

    private static Read<Told> bundle(FhirResource bundle) throws Unreadable {
        Optional<String> timestamp = bundle.text("timestamp");
        Envelope envelope = new Envelope(
                "Bundle/"
                        + bundle.text("id")
                                .or(() -> bundle.text("identifier.value"))
                                .orElse(""),
                "Bundle",
                timestamp.flatMap(FhirTime::moment));
        List<FhirResource> entries = bundle.list("entry");
        if (entries.isEmpty()) {
            throw new Unreadable(envelope, "Bundle.entry is empty; expected resources.");
        }
        Companions companions = new Companions(entries);
        List<Saying> sayings = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            sayings.addAll(entry(envelope, "Bundle.entry[" + i + "]", entries.get(i), companions, timestamp));
        }
        return new Read<>(envelope, new Told(sayings, List.of()));
    }

    private static List<Saying> entry(
            Envelope envelope, String place, FhirResource entry, Companions companions, Optional<String> timestamp)
            throws Unreadable {
        if (entry.text("request.method").filter(WRITING::contains).isEmpty()) {
            throw new Unreadable(envelope, place + ".request.method is none of a message; expected POST or PUT.");
        }
        FhirResource resource = entry.element("resource")
                .orElseThrow(() -> new Unreadable(envelope, place + ".resource is missing; expected a resource."));
        if (COMPANIONS.contains(resource.type())) {
            return List.of();
        }
        try {
            return ResourceReading.read(new ResourceTelling(resource, companions, timestamp));
        } catch (Unreadable unreadable) {
            throw new Unreadable(envelope, place + ": " + unreadable.why());
        }
    }
}
