package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationSource;
import org.silkthread.measure.record.PatientRecord;

/**
 * Evaluates the measures of a set for one patient after another. A definition that fails keeps the patient out of the
 * measure that needs it, is recorded, and touches no other measure and no other patient. Used by one thread.
 */
public final class PatientEvaluator {

    private final MeasureSet set;
    private final EvaluationSource source;
    private final MeasureEvaluator[] measures;
    private final List<List<MeasureSet.Composite>> composites = new ArrayList<>();
    private String patientId = "";
    private final List<List<String>> notes = new ArrayList<>();

    PatientEvaluator(MeasureSet set, EvaluationSource source) {
        this.set = set;
        this.source = source;
        List<MeasureDefinition> definitions = set.measures();
        measures = new MeasureEvaluator[definitions.size()];
        for (int i = 0; i < measures.length; i++) {
            int number = i;
            measures[i] = new MeasureEvaluator(
                    definitions.get(i), expression -> set.criterion(number, expression), set.supplementalData());
            composites.add(set.composites(i));
        }
    }

    /** Evaluates a patient; what came of it is then read with {@link #addTo} and {@link #subject}. */
    public void evaluate(PatientRecord patient) {
        patientId = patient.id();
        notes.clear();
        try {
            Evaluation evaluation = source.begin(patient);
            for (MeasureEvaluator measure : measures) {
                measure.evaluate(patientId, evaluation);
                notes.add(evaluation.takeNotes());
            }
        } catch (RuntimeException failure) {
            for (MeasureEvaluator measure : measures) {
                measure.fail(patientId, "", failure);
            }
        }
    }

    /** Adds the patient to tallies made by {@link MeasureSet#emptyTally}. */
    public void addTo(RunTally tally) {
        for (int i = 0; i < measures.length; i++) {
            measures[i].addTo(tally.measure(i));
            addComposites(i, tally.measure(i));
            tally.measure(i).notes().add(patientId, notes(i));
        }
    }

    /** The notes of a measure and of those that it is composed of. */
    private List<String> notes(int measure) {
        if (measure >= notes.size()) {
            return List.of();
        }
        List<MeasureSet.Composite> own = composites.get(measure);
        if (own.isEmpty()) {
            return notes.get(measure);
        }
        Set<String> all = new LinkedHashSet<>(notes.get(measure));
        own.stream()
                .flatMap(composite -> composite.components().stream())
                .filter(place -> place.measure() < notes.size())
                .forEach(place -> all.addAll(notes.get(place.measure())));
        return List.copyOf(all);
    }

    private void addComposites(int measure, MeasureTally tally) {
        List<MeasureSet.Composite> own = composites.get(measure);
        for (int i = 0; i < own.size(); i++) {
            long met = 0;
            long eligible = 0;
            CompositeTally composite = tally.composites().get(i);
            for (MeasureSet.ComponentPlace place : own.get(i).components()) {
                PopulationTally counts = measures[place.measure()].counts(place.group());
                composite.addComponent(place.component(), counts.met(), counts.eligible());
                met += counts.met();
                eligible += counts.eligible();
            }
            composite.addPatients(new CompositeTally.Opportunities(met, eligible), 1);
        }
    }

    /** Whether the patient is in an initial population of a measure, or an error makes that unknown. */
    public boolean concerns(int measure) {
        return measures[measure].concerns()
                || composites.get(measure).stream()
                        .flatMap(composite -> composite.components().stream())
                        .anyMatch(place -> measures[place.measure()].concerns());
    }

    /** What a measure says of the patient. */
    public SubjectResult subject(int measure) {
        MeasureTally tally = new MeasureTally(set.measures().get(measure));
        addComposites(measure, tally);
        return measures[measure].subject(patientId, tally.composites(), notes(measure));
    }
}
