package org.silkthread.server.improvement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.improvement.store.CycleTable;
import org.silkthread.server.improvement.store.ProjectTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of improvement projects. Whoever calls has asked the policy; the database shows a caller only what is theirs. */
@Service
public class Projects {

    private final ProjectTable table;
    private final CycleTable steps;
    private final AuditTrail audit;
    private final Clock clock;

    Projects(ProjectTable table, CycleTable steps, AuditTrail audit, Clock clock) {
        this.table = table;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /** The projects of an organisation, newest first. */
    @Transactional(readOnly = true)
    public List<Project> of(String organisation) {
        return table.of(organisation);
    }

    /** The projects that everybody may read, newest first. */
    @Transactional(readOnly = true)
    public List<Project> shared() {
        return table.shared();
    }

    @Transactional(readOnly = true)
    public Optional<Project> find(UUID id) {
        return table.find(id);
    }

    /** Everything that was written down, newest first, with what was corrected since. */
    @Transactional(readOnly = true)
    public List<LogEntry> log(Project project) {
        return steps.log(project.id());
    }

    /** Begins a project. */
    @Transactional
    public UUID open(String organisation, Description description, Actor.Person by) {
        UUID id = UUID.randomUUID();
        table.open(id, organisation, clock.instant(), by);
        table.describe(id, description, clock.instant(), by);
        audit.record(new AuditEvent(by, "improvement.open", subject(id), organisation));
        return id;
    }

    /** Says anew what a project is about. */
    @Transactional
    public void describe(Project project, Description description, Actor.Person by) {
        table.describe(project.id(), description, clock.instant(), by);
        audit.record(new AuditEvent(by, "improvement.describe", subject(project.id()), ""));
    }

    /** Begins the next cycle. */
    @Transactional
    public int plan(Project project, Step.Plan plan, Actor.Person by) {
        table.lock(project.id());
        int number = table.find(project.id()).orElseThrow().cycles().size() + 1;
        write(project, number, plan, by);
        return number;
    }

    /**
     * Writes a step of a cycle down, or corrects it.
     *
     * @throws Cycle.OutOfOrder if a step before it is missing
     * @throws IllegalArgumentException if there is no such cycle
     */
    @Transactional
    public void write(Project project, int cycle, Step step, Actor.Person by) {
        table.lock(project.id());
        Optional<Cycle> known = table.find(project.id()).orElseThrow().cycle(cycle);
        if (known.isPresent()) {
            known.get().after(step);
        } else if (!(step instanceof Step.Plan)) {
            throw new IllegalArgumentException("There is no cycle " + cycle);
        }
        steps.add(project.id(), new LogEntry(cycle, step, clock.instant(), by.name()), by.username());
        audit.record(new AuditEvent(by, "improvement.write", subject(project.id()), step.code() + " " + cycle));
    }

    /** Lets everybody read a project, or ends that. */
    @Transactional
    public void share(Project project, boolean shared, Actor.Person by) {
        table.share(project.id(), shared, clock.instant(), by);
        audit.record(
                new AuditEvent(by, shared ? "improvement.share" : "improvement.unshare", subject(project.id()), ""));
    }

    private static String subject(UUID id) {
        return "improvement/" + id;
    }
}
