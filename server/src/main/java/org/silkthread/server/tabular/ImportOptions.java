package org.silkthread.server.tabular;

/**
 * How an import is to be done.
 *
 * @param dryRun whether to check the file and count what would change, and change nothing
 * @param acceptGoodRows whether to import the good rows of a file that has bad ones; otherwise such a file is refused
 */
public record ImportOptions(boolean dryRun, boolean acceptGoodRows) {

    /** Imports a file that is good as a whole. */
    public static final ImportOptions STRICT = new ImportOptions(false, false);

    /** Checks only. */
    public static final ImportOptions DRY_RUN = new ImportOptions(true, false);
}
