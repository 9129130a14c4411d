package org.silkthread.server.directory.store;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;
import static org.silkthread.schema.directory.Tables.SERVICE;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.silkthread.server.directory.ServiceLine;
import org.silkthread.server.directory.ServiceOnDates;
import org.springframework.stereotype.Repository;

/** Reads which organisation runs which service line. */
@Repository
public class ServiceTable {

    private final DSLContext database;

    ServiceTable(DSLContext database) {
        this.database = database;
    }

    /** The days of one service. */
    public record Running(LocalDate from, LocalDate to) {

        /** The service line on these days. */
        public ServiceOnDates of(ServiceLine line) {
            return new ServiceOnDates(line, Days.start(from), Days.end(to));
        }
    }

    /** The service lines that an organisation ran on a date, by code. */
    public Map<String, Running> of(String organisation, LocalDate date) {
        var from = min(SERVICE.VALID_FROM);
        var to = max(SERVICE.VALID_TO);
        return database.select(SERVICE.SERVICE_LINE, from, to)
                .from(SERVICE)
                .where(SERVICE.ORGANISATION.eq(organisation))
                .and(SERVICE.SUPERSEDED_AT.isNull())
                .and(val(date).between(SERVICE.VALID_FROM, SERVICE.VALID_TO))
                .groupBy(SERVICE.SERVICE_LINE)
                .fetchMap(SERVICE.SERVICE_LINE, row -> new Running(row.value2(), row.value3()));
    }

    /** The codes of the organisations that ran a service line on a date. */
    public Set<String> running(String serviceLine, LocalDate date) {
        return database.selectDistinct(SERVICE.ORGANISATION)
                .from(SERVICE)
                .where(SERVICE.SERVICE_LINE.eq(serviceLine))
                .and(SERVICE.SUPERSEDED_AT.isNull())
                .and(val(date).between(SERVICE.VALID_FROM, SERVICE.VALID_TO))
                .fetchSet(SERVICE.ORGANISATION);
    }
}
