package org.silkthread.server.activity.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.silkthread.server.feeds.fhir.FhirResource;

/** The resources that come in one message, so that references between them lead somewhere. */
final class Companions {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    private final Map<String, FhirResource> byAddress = new HashMap<>();

    /**
     * @param entries of a bundle; none for a resource that comes alone
     */
    Companions(List<FhirResource> entries) {
        for (FhirResource entry : entries) {
            Optional<FhirResource> resource = entry.element("resource");
            entry.text("fullUrl").ifPresent(url -> resource.ifPresent(found -> byAddress.put(url, found)));
            resource.ifPresent(found ->
                    found.text("id").ifPresent(id -> byAddress.put(found.type() + "/" + id, found)));
        }
    }

    /** By what a resource is known for good: its id, or else its first identifier. */
    static Optional<String> name(FhirResource resource) {
        return resource.text("id").or(() -> resource.text("identifier.0.value"));
    }

    /** What a reference leads to within the message. */
    Optional<FhirResource> target(FhirResource from, String path) {
        return from.text(path + ".reference")
                .flatMap(address -> address.startsWith("#")
                        ? contained(from, address.substring(1))
                        : Optional.ofNullable(byAddress.get(address)));
    }

    private static Optional<FhirResource> contained(FhirResource within, String id) {
        return within.list("contained").stream()
                .filter(resource -> resource.text("id").filter(id::equals).isPresent())
                .findFirst();
    }

    /** The name of what a reference leads to, whether or not it is in the message. */
    Optional<String> name(FhirResource from, String path) {
        Optional<FhirResource> target = target(from, path);
        if (target.isPresent()) {
            return name(target.get());
        }
        return from.text(path + ".reference")
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(parts -> parts.group(2))
                .or(() -> from.text(path + ".identifier.value"));
    }

    /** The names that a list of references leads to. */
    Stream<String> names(FhirResource from, String path) {
        return Stream.iterate(0, index -> index + 1)
                .limit(from.list(path).size())
                .flatMap(index -> name(from, path + "." + index).stream());
    }
}
