package org.silkthread.server.indicators.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.TabularLayout;

/** One file on its way in: what its columns mean and what must hold for it as a whole. An object reads one file once. */
public sealed interface SubmissionFile permits ValuesFile, AeMonthlyFile, AeAttendancesFile {

    /** The columns. */
    TabularLayout layout();

    /**
     * Gives the counts of a row.
     *
     * @throws org.silkthread.server.tabular.BadRow if the row is not what it should be
     */
    void read(Row row, CountSink counts) throws IOException;

    /** What is wrong with the file as a whole, although each of its rows is good. To be asked when all are read. */
    List<RowProblem> problems();

    /** How many of its rows say nothing of their own, such as a line of totals. */
    long rowsWithoutCounts();

    /** The publication or collection, in words. */
    String publication();

    Edition edition();

    /**
     * The period that the file covers completely: what it does not hold does not exist. Nothing for files that bring
     * what they bring.
     */
    Optional<Period> covers();

    /** How settled counts are that were not known before. */
    FigureStatus statusOfNew();

    /** How settled counts are that take the place of others. */
    FigureStatus statusOfChanged();

    /** Words for a line that repeats the key of an earlier one. */
    String keyColumns();

    /** What the file says of organisations, by code, so that unknown ones can be registered; empty when it says nothing. */
    Map<String, Provisional> organisations();
}
