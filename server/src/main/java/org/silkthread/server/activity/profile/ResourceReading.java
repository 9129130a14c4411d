package org.silkthread.server.activity.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.fhir.FhirResource;

/** What each type of FHIR resource says of an attendance. */
final class ResourceReading {

    private static final String IN_ERROR = "entered-in-error";
    private static final String CANCELLED = "cancelled";
    private static final String NHS_NUMBERS = "https://fhir.nhs.uk/Id/nhs-number";
    private static final Set<String> ENCOUNTERS = Set.of(
            "planned", "arrived", "triaged", "in-progress", "onleave", "finished", CANCELLED, IN_ERROR, "unknown");
    private static final Set<String> RESULTS = Set.of(
            "registered",
            "preliminary",
            "partial",
            "final",
            "amended",
            "corrected",
            "appended",
            CANCELLED,
            IN_ERROR,
            "unknown");
    private static final Set<String> FINAL = Set.of("final", "amended", "corrected", "appended");
    private static final Set<String> REQUESTS =
            Set.of("draft", "active", "on-hold", "revoked", "completed", IN_ERROR, "unknown");
    private static final Set<String> PROCEDURES =
            Set.of("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", IN_ERROR, "unknown");

    private ResourceReading() {}

    /** What a resource says; nothing when it says nothing that counts yet. */
    static List<Saying> read(ResourceTelling telling) throws Unreadable {
        return switch (telling.resource().type()) {
            case "Encounter" -> encounter(telling);
            case "Observation" -> observation(telling);
            case "ServiceRequest" -> request(telling);
            case "DiagnosticReport" -> report(telling);
            case "Procedure" -> procedure(telling);
            default ->
                throw new Unreadable(
                        telling.envelope(),
                        "resourceType is a type that this feed does not take; expected Encounter, Observation,"
                                + " ServiceRequest, DiagnosticReport or Procedure.");
        };
    }

    private static List<Saying> encounter(ResourceTelling telling) throws Unreadable {
        FhirResource encounter = telling.resource();
        String status = telling.status(ENCOUNTERS);
        boolean isOff = status.equals(CANCELLED) || status.equals(IN_ERROR);
        boolean isThere = !isOff && !status.equals("planned");
        telling.say(Kind.CANCELLED, isOff ? Optional.of("true") : Optional.empty());
        telling.say(
                Kind.ARRIVED, isThere ? telling.needed("when the patient arrived", "period.start") : Optional.empty());
        telling.say(Kind.DEPARTED, isThere ? telling.moment("period.end") : Optional.empty());
        telling.say(Kind.DISPOSAL, code(encounter, "hospitalization.dischargeDisposition"));
        telling.say(Kind.MODE, code(encounter, "hospitalization.admitSource"));
        telling.say(Kind.TRIAGE, code(encounter, "priority"));
        telling.say(Kind.SPECIALTY, code(encounter, "serviceType"));
        telling.say(Kind.LOCATION, place(telling));
        patient(telling);
        return List.of(telling.saying(telling.name()));
    }

    private static Optional<String> code(FhirResource resource, String path) {
        return resource.codes(path).findFirst();
    }

    /** Where the patient is now: the place that is active, or else the last. */
    private static Optional<String> place(ResourceTelling telling) {
        List<FhirResource> places = telling.resource().list("location");
        int active = places.size() - 1;
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).text("status").filter("active"::equals).isPresent()) {
                active = i;
            }
        }
        String path = "location." + active + ".location";
        return places.isEmpty()
                ? Optional.empty()
                : telling.companions()
                        .name(telling.resource(), path)
                        .or(() -> telling.resource().text(path + ".display"));
    }

    private static void patient(ResourceTelling telling) {
        FhirResource encounter = telling.resource();
        Optional<FhirResource> patient = telling.companions().target(encounter, "subject");
        List<FhirResource> identifiers = new ArrayList<>();
        patient.ifPresent(found -> identifiers.addAll(found.list("identifier")));
        encounter.element("subject.identifier").ifPresent(identifiers::add);
        Optional<String> own = identifiers.stream()
                .filter(identifier -> !isNhs(identifier))
                .flatMap(identifier -> identifier.text("value").stream())
                .findFirst();
        boolean isContained = encounter
                .text("subject.reference")
                .filter(text -> text.startsWith("#"))
                .isPresent();
        Optional<String> referred =
                isContained || encounter.text("subject.reference").isEmpty()
                        ? Optional.empty()
                        : telling.companions().name(encounter, "subject");
        telling.say(Kind.PATIENT, own.or(() -> referred));
        telling.say(
                Kind.NHS_NUMBER,
                identifiers.stream()
                        .filter(ResourceReading::isNhs)
                        .flatMap(identifier -> identifier.text("value").stream())
                        .flatMap(value -> Codes.nhsNumber(value).stream())
                        .findFirst());
        telling.say(Kind.PRACTICE, patient.flatMap(found -> practice(telling.companions(), found)));
    }

    private static boolean isNhs(FhirResource identifier) {
        return identifier.text("system").filter(NHS_NUMBERS::equals).isPresent();
    }

    private static Optional<String> practice(Companions companions, FhirResource patient) {
        return Stream.concat(
                        patient.list("generalPractitioner").stream()
                                .flatMap(practitioner -> practitioner.text("identifier.value").stream()),
                        companions.names(patient, "generalPractitioner"))
                .filter(Codes::isPractice)
                .findFirst();
    }

    private static List<Saying> observation(ResourceTelling telling) throws Unreadable {
        FhirResource observation = telling.resource();
        String status = telling.status(RESULTS);
        Optional<Kind> kind = observation
                .codes("code")
                .flatMap(code -> Codes.moment(code).stream())
                .findFirst();
        boolean isComplication = observation.codes("code").anyMatch(Codes.COMPLICATION::equals);
        if (kind.isEmpty() && !isComplication) {
            throw telling.unreadable(
                    "code", "is none that this feed knows; expected ED-ASSESSED, ED-SEEN, ED-DECISION or COMPLICATION");
        }
        boolean takesBack = status.equals(IN_ERROR) || status.equals(CANCELLED);
        if (!FINAL.contains(status) && !takesBack) {
            return List.of();
        }
        if (isComplication) {
            complication(telling, takesBack);
        } else {
            telling.say(
                    kind.orElseThrow(),
                    takesBack
                            ? Optional.empty()
                            : telling.needed(
                                    "when it happened", "valueDateTime", "effectiveDateTime", "effectiveInstant"));
        }
        return List.of(telling.sayingOfEncounter());
    }

    private static void complication(ResourceTelling telling, boolean takesBack) throws Unreadable {
        if (takesBack) {
            telling.takeBackPart(telling.name(), Kind.COMPLICATION, Kind.COMPLICATED);
            return;
        }
        String code = telling.resource()
                .codes("valueCodeableConcept")
                .flatMap(text -> Codes.complication(text).stream())
                .findFirst()
                .orElseThrow(() -> telling.unreadable(
                        "valueCodeableConcept",
                        "is no complication that this feed knows; expected " + Codes.COMPLICATIONS));
        telling.say(Kind.COMPLICATION, telling.name(), Optional.of(code));
        telling.say(
                Kind.COMPLICATED,
                telling.name(),
                telling.needed("when it happened", "effectiveDateTime", "effectiveInstant"));
    }

    private static List<Saying> request(ResourceTelling telling) throws Unreadable {
        String status = telling.status(REQUESTS);
        if (status.equals("draft")) {
            return List.of();
        }
        boolean takesBack = status.equals("revoked") || status.equals(IN_ERROR);
        telling.say(
                Kind.TESTED,
                telling.name(),
                takesBack ? Optional.empty() : telling.needed("when the test was asked for", "authoredOn"));
        return List.of(telling.sayingOfEncounter());
    }

    private static List<Saying> report(ResourceTelling telling) throws Unreadable {
        String status = telling.status(RESULTS);
        boolean takesBack = status.equals(IN_ERROR) || status.equals(CANCELLED);
        if (!FINAL.contains(status) && !takesBack) {
            return List.of();
        }
        List<String> requests =
                telling.companions().names(telling.resource(), "basedOn").toList();
        Optional<String> issued =
                takesBack ? Optional.empty() : telling.needed("when the result was reported", "issued");
        for (String test : requests.isEmpty() ? List.of(telling.name()) : requests) {
            telling.say(Kind.RESULTED, test, issued);
        }
        return List.of(telling.sayingOfEncounter());
    }

    private static List<Saying> procedure(ResourceTelling telling) throws Unreadable {
        FhirResource procedure = telling.resource();
        String status = telling.status(PROCEDURES);
        if (procedure.has("complication") || procedure.has("complicationDetail")) {
            throw telling.unreadable(
                    "complication",
                    "says nothing of when it happened; expected an Observation of the code " + Codes.COMPLICATION);
        }
        String operation = telling.name();
        boolean isOff = status.equals("not-done");
        boolean isDone = !isOff && !status.equals("preparation") && !status.equals(IN_ERROR);
        Optional<String> start = isDone ? start(telling) : Optional.empty();
        Optional<String> end = isDone ? telling.moment("performedPeriod.end") : Optional.empty();
        telling.say(Kind.OPERATION_STARTED, operation, start);
        telling.say(Kind.OPERATION_ENDED, operation, end);
        telling.say(Kind.OPERATION_CANCELLED, operation, isOff ? Optional.of("true") : Optional.empty());
        telling.say(
                Kind.PROCEDURE,
                operation,
                status.equals(IN_ERROR)
                        ? Optional.empty()
                        : procedure
                                .codes("code")
                                .flatMap(code -> Codes.procedure(code).stream())
                                .findFirst());
        if (start.isPresent() && end.isPresent() && Instant.parse(end.get()).isBefore(Instant.parse(start.get()))) {
            throw telling.unreadable("performedPeriod", "ends before it begins; expected the end after the beginning");
        }
        return List.of(telling.sayingOfEncounter());
    }

    private static Optional<String> start(ResourceTelling telling) throws Unreadable {
        Optional<String> start = telling.moment("performedPeriod.start");
        return start.isPresent() ? start : telling.moment("performedDateTime");
    }
}
