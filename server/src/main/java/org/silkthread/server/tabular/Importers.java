package org.silkthread.server.tabular;

import java.util.List;

/**
 * The kinds of file that a room takes in. Every room that has some implements this, so that the command line finds all of
 * them without knowing the rooms.
 */
public interface Importers {

    /** The room's kinds, each under a name that no other room uses. */
    List<Importer> importers();
}
