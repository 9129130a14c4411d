package org.silkthread.measure.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions of a set of libraries, evaluated for one patient, each at most once. Used by one thread. */
public interface Evaluation {

    /**
     * The value of a definition: null, or a CQL value ({@code Boolean}, {@code Integer}, {@code Long}, {@code
     * BigDecimal}, {@code String}, {@code List}, the types of {@link org.silkthread.measure.value}, or a {@link
     * org.silkthread.measure.model.Structure}).
     *
     * @throws EvaluationException when the definition fails for this patient; others are not touched by it
     */
    @Nullable
    Object value(DefinitionName definition);

    /**
     * The value of a function for arguments.
     *
     * @throws EvaluationException when the function fails for them
     */
    @Nullable
    Object apply(DefinitionName function, List<@Nullable Object> arguments);
}
