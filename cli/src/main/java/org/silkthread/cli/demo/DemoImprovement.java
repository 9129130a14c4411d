package org.silkthread.cli.demo;

import java.time.YearMonth;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Role;
import org.silkthread.server.improvement.Decision;
import org.silkthread.server.improvement.Description;
import org.silkthread.server.improvement.Project;
import org.silkthread.server.improvement.Projects;
import org.silkthread.server.improvement.Step;

/** What the hospital that improves tried in its emergency department, shared with everybody. */
public final class DemoImprovement {

    private static final int MONTHS_OF_WORK = 14;
    private static final int MONTHS_OF_SECOND = 10;

    private final Projects projects;
    private final YearMonth newest;

    /**
     * @param newest the newest month that has figures
     */
    public DemoImprovement(Projects projects, YearMonth newest) {
        this.projects = projects;
        this.newest = newest;
    }

    /** Writes the project down, if it is not there yet. */
    public void make() {
        if (!projects.of(DemoPatients.HOSPITAL).isEmpty()) {
            return;
        }
        Actor.Person lead =
                DemoPeople.holder(Role.QUALITY_LEAD, DemoPatients.HOSPITAL).actor();
        YearMonth began = newest.minusMonths(MONTHS_OF_WORK);
        UUID id = projects.open(
                DemoPatients.HOSPITAL,
                new Description(
                        "A nurse at the front door",
                        "Emergency department",
                        "2 in 100 more people leave within 4 hours, within a year",
                        "ae-4-hour",
                        began.atDay(1)),
                lead);
        Project project = projects.find(id).orElseThrow();
        int first = projects.plan(
                project,
                new Step.Plan(
                        "A senior nurse assesses people at the door from 10am to 6pm",
                        "People with small injuries leave an hour sooner. Others are not slower."),
                lead);
        projects.write(
                project, first, new Step.Do(began.atDay(10), began.plusMonths(1).atEndOfMonth()), lead);
        projects.write(
                project,
                first,
                new Step.Study("Small injuries left 40 minutes sooner. After 6pm nothing changed."),
                lead);
        projects.write(project, first, new Step.Act(Decision.ADAPT, "Most people come between 4pm and 10pm."), lead);
        YearMonth later = newest.minusMonths(MONTHS_OF_SECOND);
        int second = projects.plan(
                project,
                new Step.Plan(
                        "The nurse at the door works until 10pm", "The evenings become as quick as the afternoons."),
                lead);
        projects.write(
                project, second, new Step.Do(later.atDay(1), later.plusMonths(1).atEndOfMonth()), lead);
        projects.write(
                project, second, new Step.Study("The evenings are half an hour quicker, the nights are not."), lead);
        projects.write(project, second, new Step.Act(Decision.ADOPT, "It costs one post and helps."), lead);
        projects.plan(
                project, new Step.Plan("Blood is taken at the door", "Results are there when the doctor comes."), lead);
        projects.share(project, true, lead);
    }
}
