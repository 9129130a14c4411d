package org.silkthread.measure.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Precision;

/**
 * A node of a plan. References are resolved: definitions, functions and parameters by their number in the {@link Plan},
 * operands, aliases and lets by their slot in the frame of the definition or function that holds them.
 *
 * <p>Two equal expressions that read no local have the same value for a patient, whatever measure they stand in.
 */
public sealed interface Expression {

    /** A constant; null is the null of any type. */
    record Literal(@Nullable Object value) implements Expression {}

    /** A strict operator: all operands are evaluated, then it is applied. */
    record Apply(Operator operator, @Nullable Precision precision, List<Expression> operands) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Xor(Expression left, Expression right) implements Expression {}

    record Implies(Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record If(Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** @param comparand when present, a branch is taken when its condition equals it */
    record Case(Optional<Expression> comparand, List<Branch> branches, Expression otherwise) implements Expression {}

    record Branch(Expression when, Expression then) {}

    /** The first operand that is not null; a single list operand gives its first element that is not null. */
    record Coalesce(List<Expression> operands) implements Expression {}

    record DefinitionRef(int definition) implements Expression {}

    /** Several candidates are told apart by the types of the arguments, when the program runs. */
    record FunctionCall(List<Integer> candidates, List<Expression> arguments) implements Expression {}

    record ParameterRef(int parameter) implements Expression {}

    /** An operand, alias, let or {@code $this}. */
    record Local(int slot) implements Expression {}

    record Property(Expression source, String name) implements Expression {}

    /**
     * Resources of a type.
     *
     * @param profile the profile that they must declare; empty for the base type
     * @param codeElement the element that the codes filter, empty for none
     * @param comparator {@code in}, {@code ~} or {@code =}
     * @param codes a value set or codes
     * @param dateElement the element that the range filters, empty for none
     */
    record Retrieve(
            StructureType type,
            String profile,
            String codeElement,
            String comparator,
            Optional<Expression> codes,
            String dateElement,
            Optional<Expression> dateRange)
            implements Expression {}

    /**
     * A query.
     *
     * @param result what each row returns; empty: the row itself, or a tuple of the aliases when there are several
     */
    record Query(
            List<Source> sources,
            List<Let> lets,
            List<Relationship> relationships,
            Optional<Expression> where,
            Optional<Result> result,
            Optional<Fold> fold,
            List<SortKey> sort)
            implements Expression {}

    record Source(String alias, int slot, Expression values) {}

    record Let(int slot, Expression value) {}

    /** @param without whether no row may be related, not at least one */
    record Relationship(int slot, Expression values, Expression suchThat, boolean without) {}

    record Result(Expression value, boolean distinct) {}

    /** The aggregate clause. */
    record Fold(int slot, Expression starting, Expression step, boolean distinct) {}

    /** @param thisSlot where the row to be sorted stands while the key is evaluated */
    record SortKey(int thisSlot, Expression key, boolean descending) {}

    record Sort(Expression values, List<SortKey> keys) implements Expression {}

    /** Elements of a list for which the condition is true. */
    record Filter(Expression values, int slot, Expression condition) implements Expression {}

    record ForEach(Expression values, int slot, Expression value) implements Expression {}

    /** The value applied to the elements and to what comes of them, until nothing new appears. */
    record Repeat(Expression values, int slot, Expression value) implements Expression {}

    record As(Expression operand, TypeRef type, boolean strict) implements Expression {}

    record Is(Expression operand, TypeRef type) implements Expression {}

    record TupleOf(List<String> names, List<Expression> values) implements Expression {}

    /** A new value of a System or FHIR type. */
    record InstanceOf(TypeRef type, List<String> names, List<Expression> values) implements Expression {}

    record IntervalOf(Expression low, Expression lowClosed, Expression high, Expression highClosed, PointType pointType)
            implements Expression {}

    record ListOf(List<Expression> elements) implements Expression {}

    /** @param any whether the operand is a list of codes, of which one suffices */
    record InValueSet(Expression code, Expression valueSet, boolean any) implements Expression {}

    record InCodeSystem(Expression code, Expression codeSystem, boolean any) implements Expression {}

    record ExpandValueSet(Expression valueSet) implements Expression {}

    record Subsumes(Expression ancestor, Expression descendant) implements Expression {}

    /** All values below a value; only the next level for children. */
    record Descendants(Expression source, boolean childrenOnly) implements Expression {}

    record Message(Expression source, Expression condition, Expression code, Expression severity, Expression message)
            implements Expression {}

    /** What the engine cannot evaluate: an error for those patients and definitions that come to it. */
    record Unsupported(String reason) implements Expression {}
}
