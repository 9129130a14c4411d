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
     * @param definition its number from {@link EvaluationSource#definition}
     * @throws EvaluationException when the definition fails for this patient; others are not touched by it
     */
    @Nullable
    Object value(int definition);

    /**
     * The value of a function for arguments.
     *
     * @param function its number from {@link EvaluationSource#function}
     * @throws EvaluationException when the function fails for them
     */
    @Nullable
    Object apply(int function, List<@Nullable Object> arguments);

    /**
     * Errors in the patient's data, each once, that concern what was evaluated since this was last called: a value that
     * could not be used counts as absent. A definition that was evaluated earlier brings its notes again.
     */
    List<String> takeNotes();
}
