package org.silkthread.server.directory.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;
import static org.silkthread.schema.directory.Tables.LISTING;
import static org.silkthread.schema.directory.Tables.MEMBERSHIP;
import static org.silkthread.schema.directory.Tables.ORGANISATION_TYPE;
import static org.silkthread.schema.directory.Tables.PREVAILING;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.silkthread.schema.directory.tables.records.PrevailingRecord;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationType;
import org.silkthread.server.directory.PlaceInHierarchy;
import org.silkthread.server.directory.RelationshipKind;
import org.springframework.stereotype.Repository;

/** Reads what is above and below an organisation on a date. */
@Repository
public class Hierarchy {

    private final DSLContext database;
    private final OrganisationTable organisations;

    Hierarchy(DSLContext database, OrganisationTable organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** The codes of everything above. */
    public Set<String> ancestors(String code, LocalDate date) {
        return database.select(MEMBERSHIP.ANCESTOR)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.ORGANISATION.eq(code))
                .and(holds(date))
                .fetchSet(MEMBERSHIP.ANCESTOR);
    }

    /** The codes of everything below that has one of these levels. */
    public Set<String> descendants(String code, LocalDate date, Set<Level> levels) {
        Condition levelled = levels.size() == Level.values().length
                ? DSL.noCondition()
                : MEMBERSHIP.ORGANISATION.in(DSL.select(LISTING.CODE)
                        .from(LISTING)
                        .where(LISTING.LEVEL.in(levels.stream().map(Level::name).toList())));
        return database.select(MEMBERSHIP.ORGANISATION)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.ANCESTOR.eq(code))
                .and(holds(date))
                .and(levelled)
                .fetchSet(MEMBERSHIP.ORGANISATION);
    }

    private static Condition holds(LocalDate date) {
        return val(date).between(MEMBERSHIP.VALID_FROM, MEMBERSHIP.VALID_TO);
    }

    /** What stands directly above on a date. */
    public List<PlaceInHierarchy> parents(String code, LocalDate date, LocalDate today) {
        return places(
                PREVAILING.CHILD.eq(code).and(val(date).between(PREVAILING.VALID_FROM, PREVAILING.VALID_TO)), today);
    }

    /** What stood directly above at any time, latest first. */
    public List<PlaceInHierarchy> places(String code, LocalDate today) {
        return places(PREVAILING.CHILD.eq(code), today);
    }

    private List<PlaceInHierarchy> places(Condition condition, LocalDate today) {
        List<PrevailingRecord> rows = database.selectFrom(PREVAILING)
                .where(condition)
                .orderBy(PREVAILING.VALID_FROM.desc(), PREVAILING.KIND, PREVAILING.PARENT)
                .fetch();
        Map<String, Organisation> parents = organisations.byCode(
                rows.stream().map(PrevailingRecord::getParent).toList(), today);
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(parents.get(row.getParent())).stream()
                        .map(parent -> new PlaceInHierarchy(
                                parent,
                                RelationshipKind.valueOf(row.getKind()),
                                Days.start(row.getValidFrom()),
                                Days.end(row.getValidTo()))))
                .toList();
    }

    /** How many stand below on a date, at any distance, by type in the order of their levels, widest first. */
    public Map<OrganisationType, Long> belowByType(String code, LocalDate date) {
        var number = count();
        Map<OrganisationType, Long> counts = new LinkedHashMap<>();
        database
                .select(
                        ORGANISATION_TYPE.CODE,
                        ORGANISATION_TYPE.NAME,
                        ORGANISATION_TYPE.PLURAL,
                        ORGANISATION_TYPE.LEVEL,
                        number)
                .from(MEMBERSHIP)
                .join(LISTING)
                .on(LISTING.CODE.eq(MEMBERSHIP.ORGANISATION))
                .join(ORGANISATION_TYPE)
                .on(ORGANISATION_TYPE.CODE.eq(LISTING.TYPE))
                .where(MEMBERSHIP.ANCESTOR.eq(code))
                .and(holds(date))
                .groupBy(ORGANISATION_TYPE.CODE)
                .fetch()
                .stream()
                .sorted((one, other) -> Level.valueOf(other.value4()).compareTo(Level.valueOf(one.value4())))
                .forEach(row -> counts.put(
                        new OrganisationType(row.value1(), row.value2(), row.value3(), Level.valueOf(row.value4())),
                        row.value5().longValue()));
        return counts;
    }
}
