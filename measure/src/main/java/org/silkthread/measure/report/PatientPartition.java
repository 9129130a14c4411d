package org.silkthread.measure.report;

import java.util.Iterator;
import org.silkthread.measure.record.PatientRecord;

/** A part of a population that one thread reads at a time, such as one file of a store. Each patient is in one part. */
public interface PatientPartition {

    /** Its name, the same in every run over the same population. */
    String name();

    /** Begins to read it. An iterator that is {@link AutoCloseable} is closed when the reading ends. */
    Iterator<PatientRecord> patients();
}
