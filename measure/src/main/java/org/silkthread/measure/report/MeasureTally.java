package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A measure summed over patients. Tallies of parts of a population add up to the tally of the whole, in any order and
 * grouping: counts and observations are exact. Written by one thread.
 *
 * <p>Nothing is rounded or hidden: whoever publishes these counts goes through disclosure.
 */
public final class MeasureTally {

    /** How many errors are kept with patient and message: the first by patient. All are counted. */
    public static final int ERRORS_KEPT = 100;

    private final MeasureDefinition measure;
    private final List<GroupTally> groups = new ArrayList<>();
    private final List<CompositeTally> composites = new ArrayList<>();
    private final List<SupplementalTally> supplemental = new ArrayList<>();
    private long patients;
    private long patientsWithErrors;
    private final TreeSet<PatientError> errors = new TreeSet<>();
    private final PatientNotes notes = new PatientNotes();

    public MeasureTally(MeasureDefinition measure) {
        this.measure = measure;
        for (GroupDefinition group : measure.groups()) {
            if (group.scoring() == Scoring.COMPOSITE) {
                composites.add(new CompositeTally(group));
            } else {
                groups.add(new GroupTally(group));
            }
        }
        measure.supplementalData().forEach(data -> supplemental.add(new SupplementalTally(data)));
    }

    void countPatients(long number) {
        patients += number;
    }

    void countErrors(long number) {
        patientsWithErrors += number;
    }

    /** Counts a patient's supplemental value. */
    void count(SupplementalValue value) {
        for (SupplementalTally tally : supplemental) {
            if (tally.data().equals(value.data())) {
                tally.add(value.value());
            }
        }
    }

    void keep(PatientError error) {
        errors.add(error);
        if (errors.size() > ERRORS_KEPT) {
            errors.pollLast();
        }
    }

    /** This tally and another of the same measure together; neither is changed. */
    public MeasureTally plus(MeasureTally other) {
        MeasureTally sum = new MeasureTally(measure);
        sum.addAll(this);
        sum.addAll(other);
        return sum;
    }

    void addAll(MeasureTally other) {
        if (!measure.canonical().equals(other.measure.canonical())) {
            throw new IllegalArgumentException(
                    "Tallies of different measures: " + measure.canonical() + " and " + other.measure.canonical());
        }
        patients += other.patients;
        patientsWithErrors += other.patientsWithErrors;
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).addAll(other.groups.get(i));
        }
        for (int i = 0; i < composites.size(); i++) {
            composites.get(i).addAll(other.composites.get(i));
        }
        for (int i = 0; i < supplemental.size(); i++) {
            supplemental.get(i).addAll(other.supplemental.get(i));
        }
        other.errors.forEach(this::keep);
        notes.addAll(other.notes);
    }

    public MeasureDefinition measure() {
        return measure;
    }

    /** Patients evaluated, those with errors included. */
    public long patients() {
        return patients;
    }

    /** Patients whom an error keeps out of all counts of the measure. */
    public long patientsWithErrors() {
        return patientsWithErrors;
    }

    /** The first {@value #ERRORS_KEPT} errors by patient. */
    public SortedSet<PatientError> errors() {
        return Collections.unmodifiableSortedSet(errors);
    }

    /** What the measure could not use of patients' data. */
    public PatientNotes notes() {
        return notes;
    }

    /** Groups that are not composites, in the measure's order. */
    public List<GroupTally> groups() {
        return List.copyOf(groups);
    }

    GroupTally group(int index) {
        return groups.get(index);
    }

    /** Composite groups, in the measure's order. */
    public List<CompositeTally> composites() {
        return List.copyOf(composites);
    }

    /** Supplemental data, when it was asked for. */
    public List<SupplementalTally> supplemental() {
        return List.copyOf(supplemental);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasureTally that
                && measure.canonical().equals(that.measure.canonical())
                && patients == that.patients
                && patientsWithErrors == that.patientsWithErrors
                && groups.equals(that.groups)
                && composites.equals(that.composites)
                && supplemental.equals(that.supplemental)
                && errors.equals(that.errors)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                measure.canonical(), patients, patientsWithErrors, groups, composites, supplemental, errors, notes);
    }

    @Override
    public String toString() {
        return measure.label() + groups;
    }
}
