package org.silkthread.server.tabular;

import java.nio.file.Path;
import org.silkthread.server.audit.Actor;

/**
 * Takes in one kind of file. Every room that has a kind implements this, so that the command line and others find all of
 * them without knowing the rooms.
 */
public interface Importer {

    /** The name of the kind, as in {@code silk import KIND}: lower case, words joined by hyphens. */
    String kind();

    /**
     * Checks the whole file and, unless {@code options} say otherwise or it has problems, takes it in within one
     * transaction. Taking in the same file again changes nothing.
     *
     * @param actor who asks for it; recorded in the audit trail
     */
    ImportReport importFile(Path file, ImportOptions options, Actor actor);
}
