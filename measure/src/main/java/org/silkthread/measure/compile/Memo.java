package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;

/** What a plan remembers about a structure. Threads that write it write the same, so that none needs to wait. */
final class Memo {

    static final byte UNKNOWN = 0;
    static final byte MEMBER = 1;
    static final byte STRANGER = 2;

    private record Result(
            CompiledFunction function,
            @Nullable CompiledEvaluation patient,
            @Nullable Object value,
            @Nullable Result next) {}

    final CodeGroups owner;
    final @Nullable Memo others;
    private final int groups;
    private byte @Nullable [] membership;
    private @Nullable Object converted;
    private @Nullable Result results;

    Memo(CodeGroups owner, int groups, @Nullable Memo others) {
        this.owner = owner;
        this.others = others;
        this.groups = groups;
    }

    byte membership(int group) {
        byte[] known = membership;
        return known == null ? UNKNOWN : known[group];
    }

    void membership(int group, boolean member) {
        byte[] known = membership;
        if (known == null) {
            known = new byte[groups];
            membership = known;
        }
        known[group] = member ? MEMBER : STRANGER;
    }

    /** The System value that the structure was converted to, if it was. */
    @Nullable
    Object converted() {
        return converted;
    }

    void converted(Object value) {
        converted = value;
    }

    /**
     * What a function gave for the structure; {@code otherwise} when it was not asked yet.
     *
     * @param patient the evaluation that the value holds for; null when it holds for all
     */
    @Nullable
    Object result(CompiledFunction function, @Nullable CompiledEvaluation patient, Object otherwise) {
        for (Result known = results; known != null; known = known.next()) {
            if (known.function() == function && known.patient() == patient) {
                return known.value();
            }
        }
        return otherwise;
    }

    /** Remembers a value in place of what an earlier patient left. */
    void remember(CompiledFunction function, @Nullable CompiledEvaluation patient, @Nullable Object value) {
        results = new Result(function, patient, value, without(function, results));
    }

    private static @Nullable Result without(CompiledFunction function, @Nullable Result results) {
        for (Result known = results; known != null; known = known.next()) {
            if (known.function() == function) {
                return rebuilt(function, results);
            }
        }
        return results;
    }

    private static @Nullable Result rebuilt(CompiledFunction function, @Nullable Result results) {
        Result kept = null;
        for (Result known = results; known != null; known = known.next()) {
            if (known.function() != function) {
                kept = new Result(known.function(), known.patient(), known.value(), kept);
            }
        }
        return kept;
    }
}
