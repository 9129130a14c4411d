package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.semantics.TypeTest;

/** A function with its own frame. Its body is set once, after every function that it may call exists. */
final class CompiledFunction {

    private static final Object NOT_ASKED = new Object();

    private final int frame;
    private final TypeTest[] operands;
    private final Remembered remembered;
    private @Nullable Closure body;

    /** For whom the structure that a function is asked about remembers its value. */
    enum Remembered {
        NEVER,
        FOR_THE_PATIENT,
        FOR_ALL
    }

    CompiledFunction(int frame, TypeTest[] operands, Remembered remembered) {
        this.frame = frame;
        this.operands = operands;
        this.remembered = remembered;
    }

    void body(Closure compiled) {
        body = compiled;
    }

    /** Whether arguments have the operands' types; null is of every type. */
    boolean fits(@Nullable Object[] arguments) {
        for (int i = 0; i < operands.length; i++) {
            Object argument = arguments[i];
            if (argument != null && !operands[i].of(argument)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    Object call(CompiledEvaluation patient, @Nullable Object argument) {
        return remembered != Remembered.NEVER && argument instanceof Structure structure
                ? remembered(patient, structure)
                : run(patient, argument);
    }

    @Nullable
    Object call(CompiledEvaluation patient, @Nullable Object[] arguments) {
        if (remembered != Remembered.NEVER && arguments[0] instanceof Structure structure) {
            return remembered(patient, structure);
        }
        return run(patient, arguments);
    }

    private @Nullable Object run(CompiledEvaluation patient, @Nullable Object... arguments) {
        Frame inner = new Frame(patient, frame);
        System.arraycopy(arguments, 0, inner.locals, 0, arguments.length);
        return run(inner);
    }

    /** A value that came with a note is not remembered, so that every patient with the structure gets the note. */
    private @Nullable Object remembered(CompiledEvaluation patient, Structure structure) {
        Memo memo = patient.plan.groups().memo(structure);
        CompiledEvaluation whose = remembered == Remembered.FOR_ALL ? null : patient;
        Object known = memo.result(this, whose, NOT_ASKED);
        if (known == NOT_ASKED) {
            int before = patient.noted();
            known = run(patient, structure);
            if (before == patient.noted()) {
                memo.remember(this, whose, known);
            }
        }
        return known;
    }

    /** Whether calls go by {@link #call}, because values are remembered. */
    boolean remembers() {
        return remembered != Remembered.NEVER;
    }

    /** A frame for a call whose arguments are written into the first locals. */
    Frame open(CompiledEvaluation patient) {
        return new Frame(patient, frame);
    }

    @Nullable
    Object run(Frame inner) {
        Closure compiled = body;
        if (compiled == null) {
            throw new IllegalStateException("a function is called before it was compiled");
        }
        return compiled.value(inner);
    }
}
