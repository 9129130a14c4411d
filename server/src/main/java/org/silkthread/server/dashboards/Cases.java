package org.silkthread.server.dashboards;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Component;

/** Whom a figure is about: for those who are entitled, and each look is recorded. */
@Component
public class Cases {

    private final Boards boards;
    private final AuditTrail audit;

    Cases(Boards boards, AuditTrail audit) {
        this.boards = boards;
        this.audit = audit;
    }

    /**
     * The attendances that a tile counted at a moment, by their beginning.
     *
     * @param number the tile's place, from 1
     */
    public List<Attendance> behind(Dashboard dashboard, int number, Instant moment, SignedIn reader) {
        Tile tile = dashboard.tiles().get(number - 1);
        List<Attendance> known = Snapshot.together(dashboard, boards.attendances(dashboard, moment), tile.service());
        List<Attendance> counted = new Board(known, moment).behind(tile.measure());
        audit.record(new AuditEvent(
                reader.actor(),
                "dashboards.read-cases",
                "dashboard/" + dashboard.code(),
                tile.title() + " at " + moment + ": "
                        + counted.stream().map(Attendance::number).collect(Collectors.joining(", "))));
        return counted;
    }
}
