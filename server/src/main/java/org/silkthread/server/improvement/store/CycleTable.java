package org.silkthread.server.improvement.store;

import static org.silkthread.schema.improvement.Tables.STEP;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.silkthread.schema.improvement.tables.records.StepRecord;
import org.silkthread.server.improvement.Cycle;
import org.silkthread.server.improvement.Decision;
import org.silkthread.server.improvement.LogEntry;
import org.silkthread.server.improvement.Step;
import org.springframework.stereotype.Repository;

/** The table of steps. */
@Repository
public class CycleTable {

    private final DSLContext database;

    CycleTable(DSLContext database) {
        this.database = database;
    }

    /** Everything that was written down, newest first. */
    public List<LogEntry> log(UUID project) {
        return database.selectFrom(STEP)
                .where(STEP.PROJECT.eq(project))
                .orderBy(STEP.ID.desc())
                .fetch(CycleTable::entry);
    }

    /** The cycles of projects, in their order: what each came to after all of its steps. */
    Map<UUID, List<Cycle>> cycles(Collection<UUID> projects) {
        Map<UUID, TreeMap<Integer, Cycle>> cycles = new HashMap<>();
        database.selectFrom(STEP)
                .where(STEP.PROJECT.in(projects))
                .orderBy(STEP.ID)
                .forEach(row -> cycles.computeIfAbsent(row.getProject(), project -> new TreeMap<>())
                        .compute(row.getCycle(), (number, known) -> after(known, step(row))));
        Map<UUID, List<Cycle>> lists = new HashMap<>();
        cycles.forEach((project, numbered) -> lists.put(project, new ArrayList<>(numbered.values())));
        return lists;
    }

    /** A cycle begins with its plan; nothing else is written down before it. */
    private static Cycle after(@Nullable Cycle known, Step step) {
        if (known != null) {
            return known.after(step);
        }
        if (step instanceof Step.Plan plan) {
            return new Cycle.Planned(plan);
        }
        throw new IllegalStateException("A cycle begins with its plan");
    }

    public void add(UUID project, LogEntry entry, String username) {
        StepRecord row = database.newRecord(STEP);
        row.setProject(project);
        row.setCycle(entry.cycle());
        row.setStep(entry.step().code());
        switch (entry.step()) {
            case Step.Plan(String change, String prediction) -> {
                row.setChange(change);
                row.setPrediction(prediction);
            }
            case Step.Do tried -> {
                row.setBegan(tried.began());
                row.setEnded(tried.ended());
            }
            case Step.Study(String result) -> row.setResult(result);
            case Step.Act(Decision decision, String reason) -> {
                row.setDecision(decision.code());
                row.setReason(reason);
            }
        }
        row.setRecordedAt(entry.at().atOffset(ZoneOffset.UTC));
        row.setRecordedBy(username);
        row.setRecordedName(entry.name());
        row.insert();
    }

    private static LogEntry entry(StepRecord row) {
        return new LogEntry(row.getCycle(), step(row), row.getRecordedAt().toInstant(), row.getRecordedName());
    }

    private static Step step(StepRecord row) {
        return switch (row.getStep()) {
            case "plan" -> new Step.Plan(row.getChange(), row.getPrediction());
            case "do" -> new Step.Do(row.getBegan(), row.getEnded());
            case "study" -> new Step.Study(row.getResult());
            case "act" -> new Step.Act(Decision.of(row.getDecision()).orElseThrow(), row.getReason());
            default -> throw new IllegalStateException("Unknown step " + row.getStep());
        };
    }
}
