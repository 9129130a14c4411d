package org.silkthread.measure.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.measure.engine.DefinitionName;

/**
 * All definitions of a set of libraries, resolved. Immutable.
 *
 * @param definitions by number
 * @param functions by number
 * @param parameters by number
 * @param positions where in the CQL an expression stands; by identity
 */
public record Plan(
        List<Definition> definitions,
        List<Function> functions,
        List<Parameter> parameters,
        Map<Expression, Position> positions) {

    public Plan {
        definitions = List.copyOf(definitions);
        functions = List.copyOf(functions);
        parameters = List.copyOf(parameters);
        positions = new IdentityHashMap<>(positions);
    }

    /** @param frame how many locals its expression needs */
    public record Definition(DefinitionName name, Expression expression, int frame, TypeRef type) {}

    /** @param operands types of the operands, which are the first locals of the frame */
    public record Function(DefinitionName name, List<TypeRef> operands, Expression body, int frame, boolean external) {}

    /** @param standard the default value; it reads no local and no patient */
    public record Parameter(DefinitionName name, Optional<Expression> standard, TypeRef type) {}

    /** A place in a library's CQL, lines and columns from 1, the end included. */
    public record Position(String library, int line, int column, int endLine, int endColumn) {

        @Override
        public String toString() {
            return library + ":" + line + ":" + column;
        }
    }

    /** The number of a definition; the version may be empty. */
    public Optional<Integer> definition(DefinitionName name) {
        for (int i = 0; i < definitions.size(); i++) {
            if (matches(definitions.get(i).name(), name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The numbers of the functions of a name and a number of operands. */
    public List<Integer> functions(DefinitionName name, int operands) {
        return java.util.stream.IntStream.range(0, functions.size())
                .filter(i -> matches(functions.get(i).name(), name)
                        && functions.get(i).operands().size() == operands)
                .boxed()
                .toList();
    }

    /** Where an expression stands, if the ELM says so. */
    public Optional<Position> position(Expression expression) {
        return Optional.ofNullable(positions.get(expression));
    }

    private static boolean matches(DefinitionName known, DefinitionName asked) {
        return known.name().equals(asked.name())
                && known.library().equals(asked.library())
                && (asked.version().isEmpty() || known.version().equals(asked.version()));
    }
}
