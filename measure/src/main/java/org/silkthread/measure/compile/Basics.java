package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.plan.TypeRef;
import org.silkthread.measure.semantics.Instances;
import org.silkthread.measure.semantics.Retrieval;
import org.silkthread.measure.semantics.TypeTest;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.ValueSet;

/**
 * References, type tests and new values. Each is a class with a {@code value} of its own, so that a call from one place
 * has few targets and the JIT inlines it; that some look alike is the price.
 */
final class Basics {

    private Basics() {}

    static @Nullable Object[] values(Closure[] closures, Frame frame) {
        @Nullable Object[] values = new Object[closures.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = closures[i].value(frame);
        }
        return values;
    }

    static final class LocalValue extends Closure {

        final int slot;

        LocalValue(int slot) {
            this.slot = slot;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return frame.locals[slot];
        }
    }

    static final class DefinitionValue extends Closure {

        private final int definition;

        DefinitionValue(int definition) {
            this.definition = definition;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return frame.patient.value(definition);
        }
    }

    static final class Coalesce extends Closure implements Folding {

        private final Closure[] operands;

        Coalesce(Closure[] operands) {
            this.operands = operands;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            for (Closure operand : operands) {
                Object value = operand.value(frame);
                if (operands.length == 1 && value instanceof List<?> list) {
                    return firstPresent(list);
                }
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        private static @Nullable Object firstPresent(List<?> list) {
            for (Object member : list) {
                if (member != null) {
                    return member;
                }
            }
            return null;
        }

        @Override
        public boolean foldable() {
            return Folding.constant(operands);
        }
    }

    static final class As extends Closure implements Folding {

        private final Closure operand;
        private final TypeTest test;
        private final boolean strict;
        private final TypeRef type;

        As(Closure operand, TypeTest test, boolean strict, TypeRef type) {
            this.operand = operand;
            this.test = test;
            this.strict = strict;
            this.type = type;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object value = operand.value(frame);
            if (value == null || test.of(value)) {
                return value;
            }
            if (strict) {
                throw new EvaluationException("cannot cast " + value + " to " + type);
            }
            return null;
        }

        @Override
        public boolean foldable() {
            return operand.constant();
        }
    }

    static final class Is extends Closure implements Folding {

        private final Closure operand;
        private final TypeTest test;

        Is(Closure operand, TypeTest test) {
            this.operand = operand;
            this.test = test;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object value = operand.value(frame);
            return value != null && test.of(value);
        }

        @Override
        public boolean foldable() {
            return operand.constant();
        }
    }

    static final class TupleOf extends Closure {

        private final List<String> names;
        private final Closure[] values;

        TupleOf(List<String> names, Closure[] values) {
            this.names = names;
            this.values = values;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return new Tuple(names, Basics.values(values, frame));
        }
    }

    static final class InstanceOf extends Closure implements Folding {

        private final FhirModel model;
        private final TypeRef type;
        private final List<String> names;
        private final Closure[] values;

        InstanceOf(FhirModel model, TypeRef type, List<String> names, Closure[] values) {
            this.model = model;
            this.type = type;
            this.names = names;
            this.values = values;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return Instances.of(model, type, names, Basics.values(values, frame));
        }

        @Override
        public boolean foldable() {
            return Folding.constant(values);
        }
    }

    static final class IntervalOf extends Closure implements Folding {

        private final Settings settings;
        private final Closure low;
        private final Closure lowClosed;
        private final Closure high;
        private final Closure highClosed;
        private final PointType pointType;
        private final String place;

        IntervalOf(
                Settings settings,
                Closure low,
                Closure lowClosed,
                Closure high,
                Closure highClosed,
                PointType pointType,
                String place) {

            this.settings = settings;
            this.low = low;
            this.lowClosed = lowClosed;
            this.high = high;
            this.highClosed = highClosed;
            this.pointType = pointType;
            this.place = place;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object from = low.value(frame);
            Object to = high.value(frame);
            boolean fromClosed = lowClosed.holds(frame);
            boolean toClosed = highClosed.holds(frame);
            if (!Instances.ordered(settings, from, fromClosed, to, toClosed)) {
                frame.patient.problem(place + Instances.reversed(from, to));
                return null;
            }
            return new Interval(from, fromClosed, to, toClosed, pointType);
        }

        @Override
        public boolean foldable() {
            return Folding.constant(low, lowClosed, high, highClosed);
        }
    }

    static final class ListOf extends Closure implements Folding {

        private final Closure[] elements;

        ListOf(Closure[] elements) {
            this.elements = elements;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            List<@Nullable Object> values = new ArrayList<>(elements.length);
            for (Closure element : elements) {
                values.add(element.value(frame));
            }
            return values;
        }

        @Override
        public boolean foldable() {
            return Folding.constant(elements);
        }
    }

    static final class InCodeSystem extends Closure {

        private final ValueSets sets;
        private final Closure code;
        private final Closure system;

        InCodeSystem(ValueSets sets, Closure code, Closure system) {
            this.sets = sets;
            this.code = code;
            this.system = system;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object tested = code.value(frame);
            return system.value(frame) instanceof CodeSystem known ? sets.contains(known, tested) : null;
        }
    }

    static final class ExpandValueSet extends Closure {

        private final ValueSets sets;
        private final Closure set;

        ExpandValueSet(ValueSets sets, Closure set) {
            this.sets = sets;
            this.set = set;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return set.value(frame) instanceof ValueSet known ? sets.expansion(known) : null;
        }
    }

    static final class Subsumes extends Closure {

        private final ValueSets sets;
        private final Closure ancestor;
        private final Closure descendant;

        Subsumes(ValueSets sets, Closure ancestor, Closure descendant) {
            this.sets = sets;
            this.ancestor = ancestor;
            this.descendant = descendant;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return sets.subsumes(ancestor.value(frame), descendant.value(frame));
        }
    }

    static final class Descendants extends Closure {

        private final Closure source;
        private final boolean childrenOnly;

        Descendants(Closure source, boolean childrenOnly) {
            this.source = source;
            this.childrenOnly = childrenOnly;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return Retrieval.below(source.value(frame), childrenOnly);
        }
    }

    static final class Message extends Closure {

        private final Closure source;
        private final Closure condition;
        private final Closure code;
        private final Closure severity;
        private final Closure message;
        private final String place;

        Message(Closure source, Closure condition, Closure code, Closure severity, Closure message, String place) {
            this.source = source;
            this.condition = condition;
            this.code = code;
            this.severity = severity;
            this.message = message;
            this.place = place;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            if (condition.holds(frame) && "Error".equals(severity.value(frame))) {
                frame.patient.problem(place + code.value(frame) + ": " + message.value(frame));
            }
            return source.value(frame);
        }
    }

    static final class Failing extends Closure {

        private final String reason;

        Failing(String reason) {
            this.reason = reason;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            throw new EvaluationException(reason);
        }
    }
}
