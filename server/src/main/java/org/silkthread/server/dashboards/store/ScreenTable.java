package org.silkthread.server.dashboards.store;

import static org.silkthread.schema.dashboards.Tables.SCREEN;
import static org.silkthread.schema.dashboards.Tables.SCREEN_END;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.silkthread.server.dashboards.Screen;
import org.springframework.stereotype.Repository;

/** The table of screens on walls. */
@Repository
public class ScreenTable {

    private final DSLContext database;

    ScreenTable(DSLContext database) {
        this.database = database;
    }

    public long add(String dashboard, String name, byte[] digest, Instant now, String by) {
        return database.insertInto(SCREEN)
                .set(SCREEN.DASHBOARD, dashboard)
                .set(SCREEN.NAME, name)
                .set(SCREEN.DIGEST, digest)
                .set(SCREEN.MADE_AT, now.atOffset(ZoneOffset.UTC))
                .set(SCREEN.MADE_BY, by)
                .returningResult(SCREEN.ID)
                .fetchSingle(row -> row.get(SCREEN.ID));
    }

    /** The screen whose address has this digest, if it is still in use. */
    public Optional<Screen> find(byte[] digest) {
        return inUse().where(SCREEN_END.SCREEN.isNull())
                .and(SCREEN.DIGEST.eq(digest))
                .fetchOptional(ScreenTable::screen);
    }

    /** The screens of a dashboard that are in use, the newest first. */
    public List<Screen> of(String dashboard) {
        return inUse().where(SCREEN_END.SCREEN.isNull())
                .and(SCREEN.DASHBOARD.eq(dashboard))
                .orderBy(SCREEN.ID.desc())
                .fetch(ScreenTable::screen);
    }

    /** Ends a screen's address. Ending it again changes nothing. */
    public void end(long screen, Instant now, String by) {
        database.insertInto(SCREEN_END)
                .set(SCREEN_END.SCREEN, screen)
                .set(SCREEN_END.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(SCREEN_END.ENDED_BY, by)
                .onConflictDoNothing()
                .execute();
    }

    private SelectJoinStep<?> inUse() {
        return database.select(SCREEN.fields())
                .from(SCREEN)
                .leftJoin(SCREEN_END)
                .on(SCREEN_END.SCREEN.eq(SCREEN.ID));
    }

    private static Screen screen(Record row) {
        return new Screen(
                row.get(SCREEN.ID),
                row.get(SCREEN.DASHBOARD),
                row.get(SCREEN.NAME),
                row.get(SCREEN.MADE_AT).toInstant(),
                row.get(SCREEN.MADE_BY));
    }
}
