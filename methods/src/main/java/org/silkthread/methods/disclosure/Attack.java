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
    static final int MOST_CELLS_TOGETHER = 800;

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
     * What follows for a count from one statement after the other. It costs little, and {@link #of} may find more.
     *
     * @param cell its number, from 0
     */
    public KnownRange narrowed(int cell) {
        return range(bounds.low(cell), bounds.high(cell));
    }

    /**
     * Whether a count can be as low and as high as a range goes. This may cost less than finding how low and how high it
     * can be.
     *
     * @param cell its number, from 0
     * @param range the counts that should be possible
     */
    public boolean leavesOpen(int cell, KnownRange range) {
        if (bounds.low(cell) > range.low() || bounds.high(cell) < range.high()) {
            return false;
        }
        Components.Component component = components.ofCell(cell);
        if (isNarrowed(cell)) {
            return true;
        }
        LinearProgram program = program(component);
        boolean low = program.lowestSeen(cell) <= range.low() || program.lowest(cell) <= range.low();
        return low && (program.highestSeen(cell) >= range.high() || program.highest(cell) >= range.high());
    }

    /** Whether the limits follow from one statement after the other, or nothing better can be had. */
    private boolean isNarrowed(int cell) {
        return bounds.isKnown(cell) || components.ofCell(cell).isSimple() || !isSmallEnough(components.ofCell(cell));
    }

    private LinearProgram program(Components.Component component) {
        return programs.computeIfAbsent(component.number(), number -> new LinearProgram(component, bounds));
    }

    /**
     * Whether the limits of a cell are the narrowest that an attacker can find. Otherwise too many cells hang together,
     * and a cleverer attacker might find narrower ones.
     */
    public boolean isComplete(int cell) {
        Components.Component component = components.ofCell(cell);
        LinearProgram program = programs.get(component.number());
        return isSmallEnough(component) && (program == null || program.isExact());
    }

    private static boolean isSmallEnough(Components.Component component) {
        return component.isSimple() || component.cells().size() <= MOST_CELLS_TOGETHER;
    }

    /** The statements and cells from which something can follow for a cell. */
    Components.Component around(int cell) {
        return components.ofCell(cell);
    }

    private KnownRange solve(int cell) {
        Components.Component component = components.ofCell(cell);
        if (isNarrowed(cell)) {
            return range(bounds.low(cell), bounds.high(cell));
        }
        LinearProgram program = program(component);
        return range(program.lowest(cell), program.highest(cell));
    }

    private static KnownRange range(double low, double high) {
        return Double.isInfinite(high) ? KnownRange.from((long) low) : new KnownRange((long) low, (long) high);
    }
}
