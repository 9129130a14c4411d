package org.silkthread.server.tabular;

import java.util.List;

/**
 * What an import did, or in a dry run would have done. Rows read are those added, changed, unchanged and rejected.
 *
 * @param file the name of the file
 * @param outcome whether anything was written
 * @param read rows read
 * @param added rows that say something not known before
 * @param changed rows that supersede something known
 * @param unchanged rows that say what is known already
 * @param rejected rows with a problem
 * @param problems the first problems, each with its place
 * @param problemCount all problems, those not listed included
 * @param warnings sentences about what was imported but deserves a look
 */
public record ImportReport(
        String file,
        Outcome outcome,
        long read,
        long added,
        long changed,
        long unchanged,
        long rejected,
        List<RowProblem> problems,
        long problemCount,
        List<String> warnings) {

    /** What became of the file. */
    public enum Outcome {
        /** Its good rows are in, which are all rows unless asked otherwise. */
        IMPORTED,
        /** It was checked and nothing was written. */
        CHECKED,
        /** It has problems and nothing was written. */
        REFUSED
    }

    /** Keeps its own copies of the lists. */
    public ImportReport {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The report of a file with problems, of which nothing was written. */
    public static ImportReport refused(String file, long read, RowProblems problems) {
        return new ImportReport(
                file, Outcome.REFUSED, read, 0, 0, 0, problems.count(), problems.kept(), problems.count(), List.of());
    }
}
