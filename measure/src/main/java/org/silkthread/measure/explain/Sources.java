package org.silkthread.measure.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.measure.plan.Plan.Position;

/** The CQL of libraries, from which the text of a clause is taken. */
final class Sources {

    private final Map<String, List<String>> lines;

    Sources(Map<String, String> cql) {
        lines = cql.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().lines().toList()));
    }

    List<String> lines(String library) {
        return lines.getOrDefault(library, List.of());
    }

    /** The text between two places, with runs of white space as one; empty when the CQL is not known. */
    String text(Optional<Position> place) {
        if (place.isEmpty()) {
            return "";
        }
        Position position = place.get();
        List<String> source = lines(position.library());
        if (position.endLine() > source.size()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int line = position.line(); line <= position.endLine(); line++) {
            String whole = source.get(line - 1);
            int from = line == position.line() ? position.column() - 1 : 0;
            int to = line == position.endLine() ? Math.min(position.endColumn(), whole.length()) : whole.length();
            text.append(whole, Math.min(from, to), to).append(' ');
        }
        return text.toString().strip().replaceAll("\\s+", " ");
    }
}
