package org.silkthread.server.dashboards;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.dashboards.store.DashboardTable;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of dashboards as they are now and as they were at any moment, and what one can begin with. */
@Service
public class Dashboards {

    private final DashboardTable table;
    private final Register register;
    private final AuditTrail audit;
    private final Clock clock;

    Dashboards(DashboardTable table, Register register, AuditTrail audit, Clock clock) {
        this.table = table;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** All dashboards in use now, by code. */
    public List<Dashboard> all() {
        return table.all(clock.instant()).stream().filter(Dashboard::open).toList();
    }

    /** A dashboard in use now. */
    public Optional<Dashboard> find(String code) {
        return find(code, clock.instant());
    }

    /** A dashboard as it stood at a moment, if it was in use then. */
    public Optional<Dashboard> find(String code, Instant asAt) {
        return table.all(asAt).stream()
                .filter(Dashboard::open)
                .filter(dashboard -> dashboard.code().equals(code))
                .findFirst();
    }

    /** Whether a code was ever used. */
    public boolean isTaken(String code) {
        return table.all(clock.instant()).stream()
                .anyMatch(dashboard -> dashboard.code().equals(code));
    }

    /** Opens, changes or closes a dashboard; what it was before is kept. */
    @Transactional
    public void put(Dashboard dashboard, Actor by) {
        table.add(dashboard, clock.instant(), named(by));
        audit.record(new AuditEvent(
                by,
                dashboard.open() ? "dashboards.define" : "dashboards.close",
                "dashboard/" + dashboard.code(),
                dashboard.title() + " of " + dashboard.organisation()));
    }

    private static String named(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.username();
            case Actor.SystemJob job -> job.name();
            case Actor.Visitor visitor -> "visitor";
        };
    }

    /** What a team can begin with on a day, by id. */
    public List<DashboardTemplate> templates(LocalDate day) {
        return register.all(DashboardContent.TEMPLATES, day).stream()
                .map(Entry::content)
                .toList();
    }
}
