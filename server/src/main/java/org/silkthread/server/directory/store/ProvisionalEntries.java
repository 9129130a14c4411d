package org.silkthread.server.directory.store;

import static org.silkthread.schema.directory.Tables.LISTING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.directory.RelationshipKind;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Enters organisations that a publication mentions and no register describes. */
@Repository
@DependsOn("structureEntries")
public class ProvisionalEntries {

    private static final String TYPE = "PROVIDER";

    private final DSLContext database;

    ProvisionalEntries(DSLContext database) {
        this.database = database;
    }

    /** Enters those that are not known; returns how many that were. */
    @Transactional
    public int enter(Collection<Provisional> met, Instant now, LocalDate today) {
        List<Provisional> unknown = unknown(met);
        if (unknown.isEmpty()) {
            return 0;
        }
        DirectoryLock.take(database);
        List<Provisional> stillUnknown = unknown(unknown);
        Map<String, List<Provisional>> bySource =
                stillUnknown.stream().collect(Collectors.groupingBy(Provisional::source));
        bySource.forEach((source, entries) -> {
            Set<String> places = known(entries.stream().map(Provisional::parent).toList());
            Stage.fill(database, sink -> {
                for (Provisional entry : entries) {
                    sink.accept(0, existence(entry));
                    String parent = places.contains(entry.parent()) ? entry.parent() : Organisation.ENGLAND;
                    sink.accept(
                            0,
                            Fact.Relationship.snapshot(
                                    entry.code(), parent, RelationshipKind.LOCATED_IN, Optional.empty()));
                }
            });
            new Merge(database, source, now, today).run();
        });
        return stillUnknown.size();
    }

    private static Fact.Existence existence(Provisional entry) {
        return new Fact.Existence(
                entry.code(),
                TYPE,
                OrganisationStatus.PROVISIONAL,
                entry.name().isBlank() ? Fact.Standing.MENTIONED : Fact.Standing.NAMED,
                false,
                Optional.of(entry.name().strip()).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Fact.Details.NONE);
    }

    /** The first entry of each code that nobody has. */
    private List<Provisional> unknown(Collection<Provisional> met) {
        Set<String> seen =
                new HashSet<>(known(met.stream().map(Provisional::code).toList()));
        List<Provisional> unknown = new ArrayList<>();
        for (Provisional entry : met) {
            if (seen.add(entry.code())) {
                unknown.add(entry);
            }
        }
        return unknown;
    }

    private Set<String> known(Collection<String> codes) {
        return database.select(LISTING.CODE)
                .from(LISTING)
                .where(LISTING.CODE.in(Set.copyOf(codes)))
                .fetchSet(LISTING.CODE);
    }
}
