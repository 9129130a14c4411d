package org.silkthread.methods.disclosure;

import java.util.List;

/**
 * Everything that is published together about some counts of people.
 *
 * @param cells what is published of each count by itself
 * @param statements what is published of several together, by the numbers of the cells from 0
 */
public record Publication(List<KnownRange> cells, List<Statement> statements) {

    /** Keeps its own copies and checks the numbers. */
    public Publication {
        cells = List.copyOf(cells);
        statements = List.copyOf(statements);
        for (Statement statement : statements) {
            for (int cell : statement.weights().keySet()) {
                if (cell < 0 || cell >= cells.size()) {
                    throw new IllegalArgumentException("There is no cell number " + cell);
                }
            }
        }
    }
}
