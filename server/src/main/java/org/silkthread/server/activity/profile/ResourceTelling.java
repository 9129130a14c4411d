package org.silkthread.server.activity.profile;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.activity.Item;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.fhir.FhirResource;
import org.silkthread.server.feeds.fhir.FhirTime;

/**
 * A FHIR resource on the way to what it says. A version of a resource is its whole state, so what it lacks of the things
 * that it speaks of is taken back.
 */
final class ResourceTelling {

    private static final int VERSION_DIGITS = 20;

    private final FhirResource resource;
    private final Companions companions;
    private final Envelope envelope;
    private final String controlId;
    private final Map<Item, Optional<String>> items = new HashMap<>();

    /**
     * @param sentWith when the bundle was made that it is in
     * @throws Unreadable if it has no name, or does not say when its version was made
     */
    ResourceTelling(FhirResource resource, Companions companions, Optional<String> sentWith) throws Unreadable {
        this.resource = resource;
        this.companions = companions;
        String name = Companions.name(resource).orElse("");
        String version = resource.text("meta.versionId").orElse("");
        Optional<Instant> sentAt =
                resource.text("meta.lastUpdated").or(() -> sentWith).flatMap(FhirTime::moment);
        this.envelope = new Envelope(
                resource.type() + "/" + name + (version.isEmpty() ? "" : "/_history/" + version),
                resource.type(),
                sentAt);
        this.controlId = resource.type() + "/" + name + "/" + padded(version);
        if (name.isEmpty() || name.length() > Envelope.LONGEST) {
            throw unreadable("id", "is missing or too long; expected an id, or an identifier with a value");
        }
        if (sentAt.isEmpty()) {
            throw unreadable(
                    "meta.lastUpdated",
                    "is no moment; expected when this version was made, such as" + " 2026-11-21T09:30:00Z");
        }
    }

    /** Version 10 is after version 9. */
    private static String padded(String version) {
        return version.matches("\\d{1," + VERSION_DIGITS + "}")
                ? "0".repeat(VERSION_DIGITS - version.length()) + version
                : version;
    }

    FhirResource resource() {
        return resource;
    }

    Companions companions() {
        return companions;
    }

    Envelope envelope() {
        return envelope;
    }

    /** By what the resource is known. */
    String name() {
        return Companions.name(resource).orElseThrow();
    }

    Unreadable unreadable(String path, String why) {
        return new Unreadable(envelope, resource.type() + "." + path + " " + why + ".");
    }

    /** The status, which has to be one of the standard's. */
    String status(Set<String> known) throws Unreadable {
        return resource.text("status")
                .filter(known::contains)
                .orElseThrow(() -> unreadable(
                        "status",
                        "is none that the standard has; expected one of "
                                + String.join(", ", known.stream().sorted().toList())));
    }

    /** What was found, said of an attendance. */
    Saying saying(String attendance) throws Unreadable {
        if (attendance.length() > Envelope.LONGEST) {
            throw unreadable("encounter", "is too long; expected at most " + Envelope.LONGEST + " characters");
        }
        return new Saying(attendance, envelope.sentAt().orElseThrow(), controlId, items);
    }

    /** What was found, said of the encounter that the resource is about. */
    Saying sayingOfEncounter() throws Unreadable {
        return saying(companions
                .name(resource, "encounter")
                .orElseThrow(() -> unreadable(
                        "encounter", "leads nowhere; expected a reference such as Encounter/17, or an identifier")));
    }

    void say(Kind kind, Optional<String> value) {
        items.put(Item.of(kind), value);
    }

    void say(Kind kind, String part, Optional<String> value) {
        items.put(new Item(kind, part), value);
    }

    void takeBack(Kind... kinds) {
        for (Kind kind : kinds) {
            items.put(Item.of(kind), Optional.empty());
        }
    }

    void takeBackPart(String part, Kind... kinds) {
        for (Kind kind : kinds) {
            items.put(new Item(kind, part), Optional.empty());
        }
    }

    /** An element that is there must be a moment: half a time would be a wrong wait. */
    Optional<String> moment(String path) throws Unreadable {
        Optional<String> text = resource.text(path);
        if (text.isEmpty()) {
            return text;
        }
        return Optional.of(FhirTime.moment(text.get())
                .orElseThrow(() ->
                        unreadable(path, "is no moment; expected date, time and offset, such as 2026-11-21T09:30:00Z"))
                .toString());
    }

    /** The first moment there is at one of some paths. */
    Optional<String> needed(String expected, String... paths) throws Unreadable {
        for (String path : paths) {
            Optional<String> found = moment(path);
            if (found.isPresent()) {
                return found;
            }
        }
        throw unreadable(paths[0], "is missing; expected " + expected);
    }
}
