package org.silkthread.server.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.Succession;
import org.silkthread.server.web.Wording;

/** What the pages say about an organisation. */
public final class OrganisationWords {

    private OrganisationWords() {}

    /** Its status, with the day when it has closed. */
    public static String status(Organisation organisation) {
        return organisation.status() == OrganisationStatus.CLOSED
                ? organisation
                        .closed()
                        .map(day -> "Closed on " + Wording.date(day))
                        .orElse("Closed")
                : organisation.status().words();
    }

    /** The time during which something held. */
    public static String time(Optional<LocalDate> since, Optional<LocalDate> until) {
        String start = since.map(day -> "From " + Wording.date(day)).orElse("Start not known");
        String end = until.map(day -> " to " + Wording.date(day)).orElse("");
        return since.isEmpty() && until.isPresent() ? "Until " + Wording.date(until.get()) : start + end;
    }

    /** That others took over, without their names, which follow as links. */
    public static String takenOver(List<Succession> successors) {
        return successors.stream()
                .flatMap(succession -> succession.on().stream())
                .findFirst()
                .map(day -> "Taken over on " + Wording.date(day) + " by")
                .orElse("Taken over by");
    }

    /** Where what we know of it comes from. */
    static String source(String source) {
        return switch (source) {
            case "ods-trusts", "ods-practices", "ods-practice-memberships" -> "NHS Organisation Data Service";
            case "ods-practice-map" -> "NHS England, patients registered at a GP practice";
            case "organisations" -> "A file of organisations loaded here";
            case "organisation-types" -> "The structure of the health service kept here";
            default -> source;
        };
    }

    /** The lines of the address in one. */
    static Optional<String> address(Organisation organisation) {
        String lines = Stream.concat(organisation.address().stream(), organisation.postcode().stream())
                .collect(Collectors.joining(", "));
        return Optional.of(lines).filter(text -> !text.isEmpty());
    }
}
