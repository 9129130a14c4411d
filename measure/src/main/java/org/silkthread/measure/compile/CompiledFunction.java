package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.semantics.TypeTest;

/** A function with its own frame. Its body is set once, after every function that it may call exists. */
final class CompiledFunction {

    private final int frame;
    private final TypeTest[] operands;
    private @Nullable Closure body;

    CompiledFunction(int frame, TypeTest[] operands) {
        this.frame = frame;
        this.operands = operands;
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
    Object call(CompiledEvaluation patient, @Nullable Object[] arguments) {
        Frame inner = new Frame(patient, frame);
        System.arraycopy(arguments, 0, inner.locals, 0, arguments.length);
        return run(inner);
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
