package org.silkthread.server.indicators;

import org.silkthread.server.tabular.ImportOptions;

/**
 * How a file of counts is to be taken in.
 *
 * @param common what every import can be told
 * @param knownOrganisationsOnly whether an organisation that the directory does not know is a problem also in files that
 *     say enough about it to register it provisionally
 */
public record SubmissionOptions(ImportOptions common, boolean knownOrganisationsOnly) {

    /** Takes in a file that is good as a whole and registers the organisations it describes. */
    public static final SubmissionOptions STRICT = new SubmissionOptions(ImportOptions.STRICT, false);

    /** Checks only. */
    public static final SubmissionOptions DRY_RUN = new SubmissionOptions(ImportOptions.DRY_RUN, false);

    /** Takes in the good rows of a file that has bad ones. */
    public static final SubmissionOptions ACCEPT_GOOD_ROWS =
            new SubmissionOptions(new ImportOptions(false, true), false);
}
