package org.silkthread.server.tabular;

import org.silkthread.server.audit.Actor;

/**
 * Takes in one kind of file.
 *
 * @param kind the name of the kind, as in {@code silk import KIND}: lower case, words joined by hyphens
 * @param description one line for a list of kinds
 * @param isSent whether files of the kind may come over the network; otherwise they are taken in on the server itself alone
 * @param work does it
 */
public record Importer(String kind, String description, boolean isSent, Work work) {

    /** Takes in a kind of file that may come over the network. */
    public Importer(String kind, String description, Work work) {
        this(kind, description, true, work);
    }

    /** What an importer does with a file. */
    @FunctionalInterface
    public interface Work {

        /**
         * Checks the whole file and, unless {@code options} say otherwise or it has problems, takes it in within one
         * transaction. Taking in the same file again changes nothing.
         *
         * @param name the file's name as its sender knows it
         * @param source opens the file
         * @param actor who asks for it; recorded in the audit trail
         */
        ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor);
    }
}
