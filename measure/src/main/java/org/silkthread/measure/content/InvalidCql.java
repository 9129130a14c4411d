package org.silkthread.measure.content;

import java.util.List;
import java.util.stream.Collectors;

/** CQL that cannot be translated, with the problems that the translator found. */
public final class InvalidCql extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidCql(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, each with library, line and column. */
    public List<Problem> problems() {
        return problems;
    }
}
