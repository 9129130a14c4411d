package org.silkthread.methods.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an attacker who has everything that is published, and knows the rule, can work out about each count: the lowest
 * and the highest that it can be.
 *
 * <p>Limits are narrowed by one statement after the other first. Where statements overlap, as rows and columns of a table
 * do, that is not enough; there the lowest and highest possible counts are found by linear programming, in whole numbers
 * where the linear solution is not whole. Source: Willenborg L, de Waal T, "Elements of statistical disclosure control",
 * Springer 2001, chapter 3.
 */
public final class Attack {

    /** Above this many cells that hang together the attack leaves linear programming out. */
    static final int MOST_CELLS_TOGETHER = 2_000;

    private final Bounds bounds;
    private final Components components;
    private final Map<Integer, KnownRange> solved = new HashMap<>();
    private final Map<Integer, LinearProgram> programs = new HashMap<>();

    private Attack(Bounds bounds, Components components) {
        this.bounds = bounds;
        this.components = components;
    }

    /**
     * Attacks a publication.
     *
     * @throws IllegalArgumentException when it contradicts itself
     */
    public static Attack on(Publication publication) {
        Bounds bounds = Bounds.of(publication);
        List<Statement> telling = new ArrayList<>();
        for (Statement statement : publication.statements()) {
            if (!bounds.imply(statement)) {
                telling.add(statement);
            }
        }
        return new Attack(bounds, Components.of(publication.cells().size(), telling, bounds));
    }

    /**
     * What is known of a count after the attack.
     *
     * @param cell its number, from 0
     * @return the lowest and the highest that it can be
     * @throws IllegalArgumentException when the publication contradicts itself
     */
    public KnownRange of(int cell) {
        return solved.computeIfAbsent(cell, this::solve);
    }

    /**
     * Whether the limits of a cell are the narrowest that an attacker can find. Otherwise too many cells hang together,
     * and a cleverer attacker might find narrower ones.
     */
    public boolean isComplete(int cell) {
        return components.ofCell(cell).cells().size() <= MOST_CELLS_TOGETHER
                || components.ofCell(cell).isSimple();
    }

    /** The statements and cells from which something can follow for a cell. */
    Components.Component around(int cell) {
        return components.ofCell(cell);
    }

    private KnownRange solve(int cell) {
        Components.Component component = components.ofCell(cell);
        if (bounds.isKnown(cell) || component.isSimple() || !isComplete(cell)) {
            return range(bounds.low(cell), bounds.high(cell));
        }
        LinearProgram program =
                programs.computeIfAbsent(component.number(), number -> new LinearProgram(component, bounds));
        return range(program.lowest(cell), program.highest(cell));
    }

    private static KnownRange range(double low, double high) {
        return Double.isInfinite(high) ? KnownRange.from((long) low) : new KnownRange((long) low, (long) high);
    }
}
