package org.silkthread.measure.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.semantics.Codes;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.ValueSet;

/** Compiles what tests codes: retrieves, membership of value sets, equivalence with constant codes. */
final class CodeCompiler {

    private final Compiler compiler;

    CodeCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Closure retrieve(Expression.Retrieve retrieve) {
        int profile = retrieve.profile().isEmpty() ? -1 : compiler.groups.number(retrieve.profile());
        Closure codes = retrieve.codes().isPresent()
                ? compiler.compile(retrieve.codes().get(), false)
                : new Closure.Constant(null);
        Closure range = retrieve.dateRange().isPresent()
                ? compiler.compile(retrieve.dateRange().get(), false)
                : new Closure.Constant(null);
        int codeSlot = retrieve.type().slot(retrieve.codeElement());
        int group = -1;
        if (retrieve.codes().isPresent() && codes.constant() && codeSlot >= 0) {
            Object wanted = codes.value(Folding.NO_FRAME);
            group = wanted instanceof ValueSet set
                    ? compiler.groups.number(set)
                    : compiler.groups.number(Codes.of(wanted));
        }
        int kind =
                compiler.groups.number(new RetrievableRows.Kind(retrieve.type(), profile, group < 0 ? -1 : codeSlot));
        return new RetrieveClosure(compiler.inputs, compiler.groups, retrieve, kind, group, codes, range);
    }

    Closure inValueSet(Expression.InValueSet in, boolean repeated) {
        Closure set = compiler.compile(in.valueSet(), repeated);
        if (set.constant() && set.value(Folding.NO_FRAME) instanceof ValueSet known) {
            Expression code = in.code();
            if (FhirConversions.isCodeConversion(compiler.inputs.plan(), code)) {
                Closure element = compiler.compile(
                        ((Expression.FunctionCall) code).arguments().getFirst(), repeated);
                return new CodedIn(compiler.groups, compiler.groups.number(known), element);
            }
        }
        return new InValueSet(compiler.inputs.valueSets(), compiler.compile(in.code(), repeated), set);
    }

    /** Equivalence of a converted coded element with constant codes; null when the expression is not of that form. */
    @Nullable
    Closure equivalent(Expression left, Expression right, boolean repeated) {
        if (!FhirConversions.isCodeConversion(compiler.inputs.plan(), left)) {
            return null;
        }
        Closure wanted = compiler.compile(right, repeated);
        Object constant = wanted.constant() ? wanted.value(Folding.NO_FRAME) : null;
        List<Code> codes = switch (constant) {
            case Code code -> List.of(code);
            case Concept concept -> concept.codes();
            case null, default -> List.of();
        };
        if (codes.isEmpty()) {
            return null;
        }
        Closure element =
                compiler.compile(((Expression.FunctionCall) left).arguments().getFirst(), repeated);
        return new CodedIn(compiler.groups, compiler.groups.number(codes), element);
    }

    /** Whether a CodeableConcept or Coding has a code of a group; what is absent has none. */
    static final class CodedIn extends Closure {

        private final CodeGroups groups;
        private final int group;
        private final Closure element;

        CodedIn(CodeGroups groups, int group, Closure element) {
            this.groups = groups;
            this.group = group;
            this.element = element;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object coded = element.value(frame);
            return coded != null && groups.contains(group, coded);
        }
    }

    static final class InValueSet extends Closure {

        private final org.silkthread.measure.semantics.ValueSets sets;
        private final Closure code;
        private final Closure set;

        InValueSet(org.silkthread.measure.semantics.ValueSets sets, Closure code, Closure set) {
            this.sets = sets;
            this.code = code;
            this.set = set;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object tested = code.value(frame);
            return set.value(frame) instanceof ValueSet known ? sets.contains(known, tested) : null;
        }
    }
}
