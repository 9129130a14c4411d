package org.silkthread.server.dashboards.store;

import static org.silkthread.schema.dashboards.Tables.DASHBOARD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.silkthread.schema.dashboards.tables.records.DashboardRecord;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.TileText;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of dashboards: the newest row of a code counts. */
@Repository
public class DashboardTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<Kind, Set<String>>> ONLY = new TypeReference<>() {};

    private final DSLContext database;

    DashboardTable(DSLContext database) {
        this.database = database;
    }

    /** All dashboards as they stood at a moment, by code. */
    public List<Dashboard> all(Instant asAt) {
        return database.selectDistinct(DASHBOARD.asterisk())
                .on(DASHBOARD.CODE)
                .from(DASHBOARD)
                .where(DASHBOARD.RECORDED_AT.le(asAt.atOffset(ZoneOffset.UTC)))
                .orderBy(DASHBOARD.CODE, DASHBOARD.ID.desc())
                .fetchInto(DASHBOARD)
                .map(DashboardTable::dashboard);
    }

    public void add(Dashboard dashboard, Instant now, String by) {
        database.insertInto(DASHBOARD)
                .set(DASHBOARD.CODE, dashboard.code())
                .set(DASHBOARD.ORGANISATION, dashboard.organisation())
                .set(DASHBOARD.TITLE, dashboard.title())
                .set(DASHBOARD.FEEDS, dashboard.feeds().toArray(String[]::new))
                .set(DASHBOARD.ONLY_OF, JSONB.valueOf(JSON.writeValueAsString(dashboard.only())))
                .set(DASHBOARD.TILES, JSONB.valueOf(TileText.write(dashboard.tiles())))
                .set(DASHBOARD.OPEN, dashboard.open())
                .set(DASHBOARD.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(DASHBOARD.RECORDED_BY, by)
                .execute();
    }

    private static Dashboard dashboard(DashboardRecord row) {
        return new Dashboard(
                row.getCode(),
                row.getOrganisation(),
                row.getTitle(),
                List.of(row.getFeeds()),
                JSON.readValue(row.getOnlyOf().data(), ONLY),
                TileText.read(row.getTiles().data())
                        .orElseThrow(() -> new IllegalStateException(
                                "The tiles of dashboard " + row.getCode() + " cannot be read")),
                row.getOpen());
    }
}
