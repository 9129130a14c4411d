package org.silkthread.methods.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts into which cells fall when only those hang together about which something is published together. */
final class Components {

    /**
     * Cells that hang together.
     *
     * @param number of the component
     * @param cells those that are not known already
     * @param statements those that say something about them
     * @param isSimple whether no cell is in two statements, so that narrowing one after the other finds everything
     */
    record Component(int number, List<Integer> cells, List<Statement> statements, boolean isSimple) {}

    private final Map<Integer, Component> byCell = new HashMap<>();

    private Components() {}

    static Components of(int cells, List<Statement> statements, Bounds bounds) {
        int[] parent = new int[cells];
        Arrays.setAll(parent, cell -> cell);
        for (Statement statement : statements) {
            List<Integer> open = open(statement, bounds);
            for (int cell : open) {
                parent[root(parent, cell)] = root(parent, open.getFirst());
            }
        }
        Map<Integer, List<Integer>> cellsOf = new HashMap<>();
        for (int cell = 0; cell < cells; cell++) {
            cellsOf.computeIfAbsent(root(parent, cell), first -> new ArrayList<>())
                    .add(cell);
        }
        Map<Integer, List<Statement>> statementsOf = new HashMap<>();
        for (Statement statement : statements) {
            List<Integer> open = open(statement, bounds);
            if (!open.isEmpty()) {
                statementsOf
                        .computeIfAbsent(root(parent, open.getFirst()), first -> new ArrayList<>())
                        .add(statement);
            }
        }
        Components components = new Components();
        cellsOf.forEach((number, members) -> {
            List<Statement> about = statementsOf.getOrDefault(number, List.of());
            Component component = new Component(number, members, about, isSimple(about, bounds));
            members.forEach(cell -> components.byCell.put(cell, component));
        });
        return components;
    }

    Component ofCell(int cell) {
        Component component = byCell.get(cell);
        if (component == null) {
            throw new IllegalArgumentException("There is no cell number " + cell);
        }
        return component;
    }

    private static List<Integer> open(Statement statement, Bounds bounds) {
        return statement.weights().keySet().stream()
                .filter(cell -> !bounds.isKnown(cell))
                .sorted()
                .toList();
    }

    private static boolean isSimple(List<Statement> statements, Bounds bounds) {
        Set<Integer> seen = new HashSet<>();
        for (Statement statement : statements) {
            boolean whole = statement.weights().values().stream().allMatch(weight -> Math.abs(weight) == 1);
            for (int cell : open(statement, bounds)) {
                if (!whole || !seen.add(cell)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int root(int[] parent, int cell) {
        int root = cell;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
