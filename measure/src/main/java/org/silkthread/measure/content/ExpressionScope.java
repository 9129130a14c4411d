package org.silkthread.measure.content;

import java.util.List;
import java.util.Optional;

/**
 * What an expression may speak of.
 *
 * @param model the data model, such as FHIR 4.0.1; empty for expressions without clinical data
 * @param libraries libraries whose definitions may be used, under their own names
 * @param declarations further lines of CQL before the expression, such as parameters
 * @param context {@code Patient} or {@code Unfiltered}; without a model it is not used
 */
public record ExpressionScope(
        Optional<LibraryName> model, List<LibraryName> libraries, List<String> declarations, String context) {

    /** The name of the library that an expression becomes. */
    public static final String LIBRARY = "Expression";

    /** The name of its only definition. */
    public static final String DEFINITION = "Expression";

    /** Nothing but CQL itself. */
    public static final ExpressionScope PLAIN =
            new ExpressionScope(Optional.empty(), List.of(), List.of(), "Unfiltered");

    /** FHIR R4 data of a patient. */
    public static final ExpressionScope FHIR = new ExpressionScope(
            Optional.of(new LibraryName("FHIR", "4.0.1")),
            List.of(new LibraryName("FHIRHelpers", "4.0.1")),
            List.of(),
            "Patient");

    public ExpressionScope {
        libraries = List.copyOf(libraries);
        declarations = List.copyOf(declarations);
    }

    /** The text before the expression; it ends with a line end, so that columns count from the expression's start. */
    String header() {
        StringBuilder text = new StringBuilder("library " + LIBRARY + "\n");
        model.ifPresent(used ->
                text.append("using ").append(used.name()).append(version(used)).append('\n'));
        for (LibraryName library : libraries) {
            text.append("include ")
                    .append(quoted(library.name()))
                    .append(version(library))
                    .append(" called ")
                    .append(quoted(library.name()))
                    .append('\n');
        }
        declarations.forEach(line -> text.append(line).append('\n'));
        if (model.isPresent()) {
            text.append("context ").append(context).append('\n');
        }
        return text.append("define ").append(quoted(DEFINITION)).append(":\n").toString();
    }

    private static String version(LibraryName name) {
        return name.version().isEmpty() ? "" : " version '" + name.version() + '\'';
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A problem as it concerns the expression: its lines counted from the expression's first. */
    Problem placed(Problem problem, int linesBefore) {
        boolean here = problem.where().isEmpty() || problem.where().equals(LIBRARY);
        return here
                ? new Problem(
                        problem.severity(),
                        "expression",
                        Math.max(0, problem.line() - linesBefore),
                        problem.line() > linesBefore ? problem.column() : 0,
                        problem.message())
                : problem;
    }
}
