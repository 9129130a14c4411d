package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;

/** One measure, evaluated for one patient after another by one thread. */
final class MeasureEvaluator {

    private final MeasureDefinition measure;
    private final List<GroupDefinition> definitions = new ArrayList<>();
    private final GroupEvaluator[] groups;
    private final MemberSheet[] sheets;
    private final List<Criterion> supplemental = new ArrayList<>();
    private final List<SupplementalValue> values = new ArrayList<>();
    private final List<PatientError> errors = new ArrayList<>();
    private boolean failed;
    private boolean inInitialPopulation;

    MeasureEvaluator(MeasureDefinition measure, Function<String, Criterion> criteria, boolean withSupplemental) {
        this.measure = measure;
        for (GroupDefinition group : measure.groups()) {
            if (group.scoring() != Scoring.COMPOSITE) {
                definitions.add(group);
            }
        }
        groups = new GroupEvaluator[definitions.size()];
        sheets = new MemberSheet[groups.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new GroupEvaluator(definitions.get(i), criteria);
            sheets[i] = groups[i].sheet();
        }
        if (withSupplemental) {
            measure.supplementalData().forEach(data -> supplemental.add(criteria.apply(data.expression())));
        }
    }

    void evaluate(String patientId, Evaluation evaluation) {
        if (failed || inInitialPopulation) {
            errors.clear();
            values.clear();
            failed = false;
            inInitialPopulation = false;
        }
        for (int i = 0; i < groups.length; i++) {
            try {
                groups[i].evaluate(evaluation, sheets[i]);
                inInitialPopulation |= sheets[i].size() > 0;
            } catch (RuntimeException | StackOverflowError failure) {
                fail(patientId, groups[i].failing(), failure);
            }
        }
        if (inInitialPopulation) {
            supplement(patientId, evaluation);
        }
    }

    /** A failed supplemental value is an error to show, and no reason to leave the patient out. */
    private void supplement(String patientId, Evaluation evaluation) {
        for (int i = 0; i < supplemental.size(); i++) {
            try {
                values.add(new SupplementalValue(
                        measure.supplementalData().get(i), supplemental.get(i).value(evaluation)));
            } catch (RuntimeException | StackOverflowError failure) {
                errors.add(
                        new PatientError(patientId, supplemental.get(i).name().toString(), message(failure)));
            }
        }
    }

    void fail(String patientId, String definition, Throwable failure) {
        failed = true;
        errors.add(new PatientError(patientId, definition, message(failure)));
    }

    private static String message(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return "it recurs too deeply";
        }
        String message = failure.getMessage();
        return failure instanceof EvaluationException && message != null ? message : failure.toString();
    }

    void addTo(MeasureTally tally) {
        tally.countPatients(1);
        if (failed) {
            tally.countErrors(1);
        } else if (inInitialPopulation) {
            for (int i = 0; i < sheets.length; i++) {
                tally.group(i).add(sheets[i]);
            }
            for (SupplementalValue value : values) {
                tally.count(value);
            }
        }
        errors.forEach(tally::keep);
    }

    /** The patient's counts in a group; none when the measure failed. */
    PopulationTally counts(int group) {
        GroupTally tally = new GroupTally(definitions.get(group));
        if (!failed) {
            tally.add(sheets[group]);
        }
        return tally.total();
    }

    boolean concerns() {
        return inInitialPopulation || failed;
    }

    SubjectResult subject(String patientId, List<CompositeTally> composites, List<String> notes) {
        List<GroupResult> results = new ArrayList<>();
        int next = 0;
        int nextComposite = 0;
        for (GroupDefinition group : measure.groups()) {
            if (group.scoring() == Scoring.COMPOSITE) {
                results.add(SubjectGroups.composite(composites.get(nextComposite++)));
            } else if (!failed) {
                results.add(SubjectGroups.group(group, sheets[next++]));
            }
        }
        return new SubjectResult(
                measure, patientId, List.copyOf(results), List.copyOf(values), List.copyOf(errors), List.copyOf(notes));
    }
}
