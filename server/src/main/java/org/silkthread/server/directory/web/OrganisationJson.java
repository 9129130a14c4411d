package org.silkthread.server.directory.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationHistory;
import org.silkthread.server.directory.OrganisationType;
import org.silkthread.server.directory.PlaceInHierarchy;
import org.silkthread.server.directory.ServiceOnDates;
import org.silkthread.server.directory.Succession;

/** The shapes that the API answers with. */
final class OrganisationJson {

    private OrganisationJson() {}

    @Schema(name = "OrganisationReference", description = "An organisation by its code and name")
    record Reference(String code, String name, String href) {
        static Reference of(Organisation organisation) {
            return new Reference(
                    organisation.code(), organisation.name(), "/api/v1/organisations/" + organisation.code());
        }
    }

    @Schema(name = "OrganisationType", description = "A type of organisation and the level at which it stands")
    record Type(String code, String name, String level) {
        static Type of(OrganisationType type) {
            return new Type(type.code(), type.name(), type.level().name());
        }
    }

    @Schema(name = "Location", description = "A position in degrees north and east")
    record Position(double latitude, double longitude) {}

    @Schema(name = "Organisation", description = "An organisation as at a date")
    record Summary(
            String code,
            String name,

            @Schema(description = "Whether the name is its own, not one made from its type and code")
            boolean named,

            Type type,

            @Schema(description = "ACTIVE, DORMANT, PROPOSED, CLOSED or PROVISIONAL")
            String status,

            Optional<String> postcode,
            List<String> address,
            Optional<String> telephone,
            Optional<LocalDate> opened,

            @Schema(description = "The last day that it was open")
            Optional<LocalDate> closed,

            Optional<Position> location,
            String source,
            String href) {
        static Summary of(Organisation organisation) {
            return new Summary(
                    organisation.code(),
                    organisation.name(),
                    organisation.named(),
                    Type.of(organisation.type()),
                    organisation.status().name(),
                    organisation.postcode(),
                    organisation.address(),
                    organisation.telephone(),
                    organisation.opened(),
                    organisation.closed(),
                    organisation.location().map(at -> new Position(at.latitude(), at.longitude())),
                    organisation.source(),
                    "/api/v1/organisations/" + organisation.code());
        }
    }

    @Schema(name = "OrganisationPage", description = "One page of a list of organisations")
    record Page(
            @Schema(description = "How many organisations there are on all pages")
            long total,

            int page,
            int size,

            @Schema(description = "Where the next page is; absent on the last")
            Optional<String> next,

            List<Summary> organisations) {}

    @Schema(name = "PlaceInHierarchy", description = "What an organisation stood directly below, and when")
    record Place(Reference organisation, String relationship, Optional<LocalDate> since, Optional<LocalDate> until) {
        static Place of(PlaceInHierarchy place) {
            return new Place(Reference.of(place.other()), place.kind().name(), place.since(), place.until());
        }
    }

    @Schema(name = "ServiceLine", description = "A service line and when the organisation ran it")
    record Service(String code, String name, Optional<LocalDate> since, Optional<LocalDate> until) {
        static Service of(ServiceOnDates service) {
            return new Service(service.line().code(), service.line().name(), service.since(), service.until());
        }
    }

    @Schema(name = "OrganisationName", description = "A name and the first day on which it held")
    record Name(String name, Optional<LocalDate> since, String source) {
        static Name of(OrganisationHistory.Name name) {
            return new Name(name.name(), name.since(), name.source());
        }
    }

    @Schema(name = "Succession", description = "Another organisation before or after this one")
    record Successor(Reference organisation, Optional<LocalDate> on) {
        static Successor of(Succession succession) {
            return new Successor(Reference.of(succession.other()), succession.on());
        }
    }

    @Schema(name = "OrganisationProfile", description = "An organisation as at a date, with its history")
    record Profile(
            LocalDate asAt,
            Summary organisation,

            @Schema(description = "Everything above it on the date, nearest first")
            List<Reference> ancestors,

            List<Service> services,
            List<Name> names,

            @Schema(description = "What it stood directly below at any time, latest first")
            List<Place> places,

            List<Successor> predecessors,
            List<Successor> successors) {
        static Profile of(Organisation organisation, LocalDate date, Directory directory) {
            OrganisationHistory history = directory.history(organisation.code());
            return new Profile(
                    date,
                    Summary.of(organisation),
                    directory.ancestors(organisation.code(), date).stream()
                            .map(Reference::of)
                            .toList(),
                    directory.serviceLines(organisation.code(), date).stream()
                            .map(Service::of)
                            .toList(),
                    history.names().stream().map(Name::of).toList(),
                    history.places().stream().map(Place::of).toList(),
                    history.predecessors().stream().map(Successor::of).toList(),
                    history.successors().stream().map(Successor::of).toList());
        }
    }
}
