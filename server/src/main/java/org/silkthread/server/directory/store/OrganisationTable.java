package org.silkthread.server.directory.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.silkthread.schema.directory.Tables.LISTING;
import static org.silkthread.schema.directory.Tables.MEMBERSHIP;
import static org.silkthread.schema.directory.Tables.ORGANISATION_NAME;
import static org.silkthread.schema.directory.Tables.ORGANISATION_RECORD;
import static org.silkthread.schema.directory.Tables.ORGANISATION_TYPE;
import static org.silkthread.schema.directory.Tables.SERVICE;
import static org.silkthread.schema.directory.Tables.SUCCESSION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.silkthread.schema.directory.Routines;
import org.silkthread.schema.directory.tables.records.SuccessionRecord;
import org.silkthread.server.directory.FoundOrganisations;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Location;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationHistory;
import org.silkthread.server.directory.OrganisationSearch;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.OrganisationType;
import org.silkthread.server.directory.Succession;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Repository;

/** Reads organisations as they were on a date. */
@Repository
@DependsOn("structureEntries")
public class OrganisationTable {

    private final DSLContext database;

    OrganisationTable(DSLContext database) {
        this.database = database;
    }

    /** The organisations of these codes on a date, in no order. */
    public List<Organisation> find(Collection<String> codes, LocalDate date) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return read(ORGANISATION_RECORD.CODE.in(codes), date);
    }

    /** The same by code. */
    public Map<String, Organisation> byCode(Collection<String> codes, LocalDate date) {
        return find(codes, date).stream().collect(Collectors.toMap(Organisation::code, Function.identity()));
    }

    /** The others of the same type that were open on a date, by name. */
    public List<Organisation> peers(String code, LocalDate date) {
        Condition sameType = ORGANISATION_RECORD.TYPE.eq(
                DSL.select(LISTING.TYPE).from(LISTING).where(LISTING.CODE.eq(code)));
        Condition open = ORGANISATION_RECORD
                .CLOSED
                .isNull()
                .or(ORGANISATION_RECORD.CLOSED.ge(date))
                .and(ORGANISATION_RECORD.OPENED.isNull().or(ORGANISATION_RECORD.OPENED.le(date)));
        return read(ORGANISATION_RECORD.CODE.ne(code).and(sameType).and(open), date).stream()
                .filter(organisation -> organisation.status() != OrganisationStatus.CLOSED)
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }

    private List<Organisation> read(Condition condition, LocalDate date) {
        Field<String> name =
                Routines.nameAt(ORGANISATION_RECORD.CODE, val(date)).as("current_name");
        return database.select(ORGANISATION_RECORD.fields())
                .select(ORGANISATION_TYPE.fields())
                .select(name)
                .from(ORGANISATION_RECORD)
                .join(ORGANISATION_TYPE)
                .on(ORGANISATION_TYPE.CODE.eq(ORGANISATION_RECORD.TYPE))
                .where(ORGANISATION_RECORD.SUPERSEDED_AT.isNull())
                .and(condition)
                .fetch(record -> organisation(record, Optional.ofNullable(record.get(name)), date));
    }

    private static Organisation organisation(Record record, Optional<String> name, LocalDate date) {
        OrganisationType type = type(record);
        String code = record.get(ORGANISATION_RECORD.CODE);
        Optional<LocalDate> opened = Optional.ofNullable(record.get(ORGANISATION_RECORD.OPENED));
        Optional<LocalDate> closed = Optional.ofNullable(record.get(ORGANISATION_RECORD.CLOSED));
        return new Organisation(
                code,
                name.orElse(type.name() + " " + code),
                name.isPresent(),
                type,
                status(OrganisationStatus.valueOf(record.get(ORGANISATION_RECORD.STATUS)), opened, closed, date),
                Optional.ofNullable(record.get(ORGANISATION_RECORD.POSTCODE)),
                Optional.ofNullable(record.get(ORGANISATION_RECORD.ADDRESS)).stream()
                        .flatMap(String::lines)
                        .toList(),
                Optional.ofNullable(record.get(ORGANISATION_RECORD.TELEPHONE)),
                opened,
                closed,
                location(record),
                record.get(ORGANISATION_RECORD.SOURCE));
    }

    private static OrganisationType type(Record record) {
        return new OrganisationType(
                record.get(ORGANISATION_TYPE.CODE),
                record.get(ORGANISATION_TYPE.NAME),
                record.get(ORGANISATION_TYPE.PLURAL),
                Level.valueOf(record.get(ORGANISATION_TYPE.LEVEL)));
    }

    private static Optional<Location> location(Record record) {
        Double latitude = record.get(ORGANISATION_RECORD.LATITUDE);
        Double longitude = record.get(ORGANISATION_RECORD.LONGITUDE);
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Location(latitude, longitude));
    }

    private static OrganisationStatus status(
            OrganisationStatus recorded, Optional<LocalDate> opened, Optional<LocalDate> closed, LocalDate date) {
        if (closed.filter(day -> day.isBefore(date)).isPresent()) {
            return OrganisationStatus.CLOSED;
        }
        if (opened.filter(day -> day.isAfter(date)).isPresent()) {
            return OrganisationStatus.PROPOSED;
        }
        boolean closesLater = recorded == OrganisationStatus.CLOSED && closed.isPresent();
        return closesLater ? OrganisationStatus.ACTIVE : recorded;
    }

    /** One page of what matches, those that match by code or whole name first, then the open ones, then by name. */
    public FoundOrganisations search(OrganisationSearch search, LocalDate today) {
        Condition condition = matches(search, today);
        Integer total = database.select(count())
                .from(LISTING)
                .where(condition)
                .fetchSingle()
                .value1();
        String text = search.text().strip();
        Condition closed = LISTING.CLOSED.lt(today).or(LISTING.STATUS.eq(OrganisationStatus.CLOSED.name()));
        List<String> codes = database.select(LISTING.CODE)
                .from(LISTING)
                .where(condition)
                .orderBy(
                        LISTING.CODE.eq(text.toUpperCase(Locale.ROOT)).desc(),
                        lower(LISTING.NAME).eq(text.toLowerCase(Locale.ROOT)).desc(),
                        coalesce(DSL.field(closed), false),
                        LISTING.NAMED.desc(),
                        lower(LISTING.NAME),
                        LISTING.CODE)
                .limit(search.size())
                .offset((long) (search.page() - 1) * search.size())
                .fetch(LISTING.CODE);
        Map<String, Organisation> byCode = byCode(codes, today);
        return new FoundOrganisations(
                codes.stream()
                        .flatMap(code -> Optional.ofNullable(byCode.get(code)).stream())
                        .toList(),
                total);
    }

    private static Condition matches(OrganisationSearch search, LocalDate today) {
        Condition words = SearchWords.query(search.text())
                .map(query ->
                        condition("{0} @@ to_tsquery('simple', {1})", LISTING.WORDS, val(query, SQLDataType.VARCHAR)))
                .orElse(DSL.noCondition());
        Condition type = search.type().map(LISTING.TYPE::eq).orElse(DSL.noCondition());
        Condition open = search.openOnly()
                ? LISTING.CLOSED
                        .isNull()
                        .or(LISTING.CLOSED.ge(today))
                        .and(LISTING.STATUS.ne(OrganisationStatus.CLOSED.name()))
                : DSL.noCondition();
        Condition service = search.serviceLine()
                .map(line -> exists(selectOne()
                        .from(SERVICE)
                        .where(SERVICE.ORGANISATION.eq(LISTING.CODE))
                        .and(SERVICE.SERVICE_LINE.eq(line))
                        .and(SERVICE.SUPERSEDED_AT.isNull())
                        .and(val(today).between(SERVICE.VALID_FROM, SERVICE.VALID_TO))))
                .orElse(DSL.noCondition());
        Condition within = search.within()
                .map(upper -> exists(selectOne()
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.ORGANISATION.eq(LISTING.CODE))
                        .and(MEMBERSHIP.ANCESTOR.eq(upper))
                        .and(val(today).between(MEMBERSHIP.VALID_FROM, MEMBERSHIP.VALID_TO))))
                .orElse(DSL.noCondition());
        return words.and(type).and(open).and(service).and(within);
    }

    /** The names over time, latest first. */
    public List<OrganisationHistory.Name> names(String code) {
        return database.selectFrom(ORGANISATION_NAME)
                .where(ORGANISATION_NAME.CODE.eq(code))
                .and(ORGANISATION_NAME.SUPERSEDED_AT.isNull())
                .orderBy(ORGANISATION_NAME.VALID_FROM.desc(), ORGANISATION_NAME.ID.desc())
                .fetch(row ->
                        new OrganisationHistory.Name(row.getName(), Days.start(row.getValidFrom()), row.getSource()));
    }

    /** Whom the organisation took over from. */
    public List<Succession> predecessors(String code, LocalDate today) {
        return successions(SUCCESSION.SUCCESSOR, SUCCESSION.PREDECESSOR, code, today);
    }

    /** Who took over from the organisation. */
    public List<Succession> successors(String code, LocalDate today) {
        return successions(SUCCESSION.PREDECESSOR, SUCCESSION.SUCCESSOR, code, today);
    }

    private List<Succession> successions(
            TableField<SuccessionRecord, String> side,
            TableField<SuccessionRecord, String> otherSide,
            String code,
            LocalDate today) {
        var rows = database.selectFrom(SUCCESSION)
                .where(side.eq(code))
                .and(SUCCESSION.SUPERSEDED_AT.isNull())
                .orderBy(SUCCESSION.EFFECTIVE_ON, otherSide)
                .fetch();
        Map<String, Organisation> others = byCode(rows.getValues(otherSide), today);
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(others.get(row.get(otherSide))).stream()
                        .map(other -> new Succession(other, Optional.ofNullable(row.getEffectiveOn()))))
                .toList();
    }

    /** All types, widest level first. */
    public List<OrganisationType> types() {
        return database.selectFrom(ORGANISATION_TYPE).fetch(OrganisationTable::type).stream()
                .sorted(Comparator.comparing(OrganisationType::level).reversed().thenComparing(OrganisationType::name))
                .toList();
    }
}
