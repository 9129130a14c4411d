package org.silkthread.measure.report;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.engine.EvaluationSource;

/** A definition or function that a measure names, with its number, so that no name is looked up for a patient. */
final class Criterion {

    private enum Kind {
        DEFINITION,
        FUNCTION_OF_PATIENT,
        FUNCTION_OF_MEMBER,
        ABSENT
    }

    private final DefinitionName name;
    private final Kind kind;
    private final int number;

    private Criterion(DefinitionName name, Kind kind, int number) {
        this.name = name;
        this.kind = kind;
        this.number = number;
    }

    /**
     * What an expression of a measure names: a definition; else a function without operands; else a function of one
     * member. The name may stand in quotes, or after the name of a library and a full stop.
     */
    static Criterion find(EvaluationSource source, LibraryName library, String expression) {
        String bare = unquoted(expression);
        Criterion found = find(source, new DefinitionName(library.name(), library.version(), bare));
        int stop = bare.indexOf('.');
        if (!found.absent() || stop < 0) {
            return found;
        }
        Criterion elsewhere =
                find(source, new DefinitionName(bare.substring(0, stop), "", unquoted(bare.substring(stop + 1))));
        return elsewhere.absent() ? found : elsewhere;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static Criterion find(EvaluationSource source, DefinitionName name) {
        OptionalInt number = source.definition(name);
        if (number.isPresent()) {
            return new Criterion(name, Kind.DEFINITION, number.getAsInt());
        }
        number = source.function(name, 0);
        if (number.isPresent()) {
            return new Criterion(name, Kind.FUNCTION_OF_PATIENT, number.getAsInt());
        }
        number = source.function(name, 1);
        return number.isPresent()
                ? new Criterion(name, Kind.FUNCTION_OF_MEMBER, number.getAsInt())
                : new Criterion(name, Kind.ABSENT, -1);
    }

    DefinitionName name() {
        return name;
    }

    boolean absent() {
        return kind == Kind.ABSENT;
    }

    boolean ofMember() {
        return kind == Kind.FUNCTION_OF_MEMBER;
    }

    /** The value for the patient. */
    @Nullable
    Object value(Evaluation evaluation) {
        return switch (kind) {
            case DEFINITION -> evaluation.value(number);
            case FUNCTION_OF_PATIENT -> evaluation.apply(number, List.of());
            case FUNCTION_OF_MEMBER -> throw new EvaluationException(name + " is a function of one operand");
            case ABSENT -> throw new EvaluationException("The library has no definition " + name);
        };
    }

    /** The value for a member; that of the patient when this is no function of members. */
    @Nullable
    Object value(Evaluation evaluation, Object member) {
        return kind == Kind.FUNCTION_OF_MEMBER ? evaluation.apply(number, List.of(member)) : value(evaluation);
    }
}
