package org.silkthread.measure.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values in patients' data that a measure could not use and that count as absent. Nobody is left out because of them.
 * All patients are counted; the first notes by patient are kept. Parts add up in any order. Written by one thread.
 */
public final class PatientNotes {

    /** How many notes are kept. */
    public static final int KEPT = 100;

    private long patients;
    private final TreeSet<PatientError> first = new TreeSet<>();

    void add(String patientId, List<String> notes) {
        if (!notes.isEmpty()) {
            patients++;
            for (String note : notes) {
                keep(new PatientError(patientId, "", note));
            }
        }
    }

    void keep(PatientError note) {
        first.add(note);
        if (first.size() > KEPT) {
            first.pollLast();
        }
    }

    void countPatients(long number) {
        patients += number;
    }

    void addAll(PatientNotes other) {
        patients += other.patients;
        other.first.forEach(this::keep);
    }

    /** Patients with a note. */
    public long patients() {
        return patients;
    }

    /** The first {@value #KEPT} notes by patient; their definition is empty. */
    public SortedSet<PatientError> first() {
        return Collections.unmodifiableSortedSet(first);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PatientNotes that && patients == that.patients && first.equals(that.first);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(patients) + first.hashCode();
    }

    @Override
    public String toString() {
        return patients + " patients with notes";
    }
}
