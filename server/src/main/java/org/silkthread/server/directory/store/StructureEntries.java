package org.silkthread.server.directory.store;

import static org.silkthread.schema.directory.Tables.ORGANISATION_TYPE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.DirectoryContent;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.OrganisationStructure;
import org.silkthread.server.directory.RelationshipKind;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the structures in the register into the directory's tables when the server starts, before anything is read:
 * the types, and the countries and regions at the top.
 */
@Repository
public class StructureEntries {

    private static final String SOURCE = "organisation-types";

    private final DSLContext database;

    StructureEntries(DSLContext database, Register register, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        LocalDate today = UkTime.today(clock);
        List<OrganisationStructure> structures = register.all(DirectoryContent.STRUCTURES, today).stream()
                .map(Entry::content)
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            DirectoryLock.take(database);
            types(structures).forEach(this::enterType);
            Stage.fill(database, sink -> {
                for (OrganisationStructure structure : structures) {
                    for (OrganisationStructure.TopPlace place : structure.places()) {
                        sink.accept(0, existence(place));
                        if (place.within().isPresent()) {
                            sink.accept(0, relationship(place, place.within().get()));
                        }
                    }
                }
            });
            new Merge(database, SOURCE, clock.instant(), today).run();
        });
    }

    /** A type that several structures define is as the newest of them says. */
    private static Collection<OrganisationStructure.Type> types(List<OrganisationStructure> structures) {
        Map<String, OrganisationStructure.Type> types = new LinkedHashMap<>();
        structures.stream()
                .sorted((one, other) -> one.effectiveFrom().compareTo(other.effectiveFrom()))
                .flatMap(structure -> structure.types().stream())
                .forEach(type -> types.put(type.code(), type));
        return types.values();
    }

    private void enterType(OrganisationStructure.Type type) {
        database.insertInto(ORGANISATION_TYPE)
                .set(ORGANISATION_TYPE.CODE, type.code())
                .set(ORGANISATION_TYPE.NAME, type.name())
                .set(ORGANISATION_TYPE.PLURAL, type.plural())
                .set(ORGANISATION_TYPE.LEVEL, type.level().name())
                .set(ORGANISATION_TYPE.BELOW, type.below().toArray(String[]::new))
                .onConflict(ORGANISATION_TYPE.CODE)
                .doUpdate()
                .set(ORGANISATION_TYPE.NAME, type.name())
                .set(ORGANISATION_TYPE.PLURAL, type.plural())
                .set(ORGANISATION_TYPE.LEVEL, type.level().name())
                .set(ORGANISATION_TYPE.BELOW, type.below().toArray(String[]::new))
                .execute();
    }

    private static Fact.Existence existence(OrganisationStructure.TopPlace place) {
        return new Fact.Existence(
                place.code(),
                place.type(),
                OrganisationStatus.ACTIVE,
                Fact.Standing.REGISTERED,
                true,
                Optional.of(place.name()),
                Optional.empty(),
                new Fact.Details(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        place.opened(),
                        place.closed(),
                        Optional.empty()));
    }

    private static Fact.Relationship relationship(OrganisationStructure.TopPlace place, String within) {
        return new Fact.Relationship(
                place.code(), within, RelationshipKind.LOCATED_IN, Fact.Basis.SNAPSHOT, place.opened(), place.closed());
    }
}
