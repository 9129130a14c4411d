package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.operator.Logic;
import org.silkthread.measure.value.Quantity;

/**
 * Finds a patient's members of a group's populations, as the Quality Measure implementation guide orders them. A
 * population is evaluated only while a member could still come into it, the initial population first.
 *
 * <p>Proportion: initial population; denominator within it; denominator exclusions within the denominator; the numerator
 * within what was not excluded; numerator exclusions within the numerator; denominator exceptions within the denominator
 * for what is neither excluded nor in the numerator. Ratio: numerator and denominator stand each within its initial
 * population, independently of one another. Continuous variable: measure population within the initial population, its
 * exclusions within it. Observations are made of the members of what they observe that are not excluded from it.
 */
final class GroupEvaluator {

    /** A population after the initial one: its criterion and the bits a member needs (any of) and must not have. */
    private record Step(Criterion criterion, long bit, long anyOf, long noneOf) {}

    private record Observed(Criterion criterion, int population, long anyOf, long noneOf) {}

    private final boolean countsPatients;
    private final List<Step> initial = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Observed> observed = new ArrayList<>();
    private final Criterion[][] stratifiers;
    private @Nullable Criterion current;

    GroupEvaluator(GroupDefinition group, Function<String, Criterion> criteria) {
        countsPatients = group.countsPatients();
        GroupOrder order = new GroupOrder(group);
        for (int i = 0; i < order.size(); i++) {
            PopulationDefinition population = order.population(i);
            if (population.expression().isEmpty()) {
                continue;
            }
            Criterion criterion = criteria.apply(population.expression());
            if (population.code() == PopulationCode.INITIAL_POPULATION) {
                initial.add(new Step(criterion, 1L << i, 0, 0));
            } else if (population.code() == PopulationCode.MEASURE_OBSERVATION) {
                observed.add(new Observed(criterion, i, order.observed(i), order.excludedFrom(order.observed(i))));
            }
        }
        for (int i : order.afterInitial()) {
            PopulationDefinition population = order.population(i);
            if (!population.expression().isEmpty()) {
                Criterion criterion = criteria.apply(population.expression());
                steps.add(new Step(criterion, 1L << i, order.anyOf(i), order.noneOf(i)));
            }
        }
        stratifiers = group.stratifiers().stream()
                .map(stratifier -> stratifier.components().stream()
                        .map(component -> criteria.apply(component.expression()))
                        .toArray(Criterion[]::new))
                .toArray(Criterion[][]::new);
    }

    MemberSheet sheet() {
        return new MemberSheet(stratifiers.length);
    }

    /** The criterion that was being evaluated when an exception came. */
    String failing() {
        return current == null ? "" : current.name().toString();
    }

    /**
     * Fills the sheet for a patient.
     *
     * @throws EvaluationException when a criterion fails; the sheet is then not to be used
     */
    void evaluate(Evaluation evaluation, MemberSheet sheet) {
        sheet.clear();
        for (int i = 0; i < initial.size(); i++) {
            enter(evaluation, sheet, initial.get(i));
        }
        if (sheet.size() == 0) {
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (anyEligible(sheet, step.anyOf, step.noneOf)) {
                mark(evaluation, sheet, step);
            }
        }
        for (int i = 0; i < observed.size(); i++) {
            observe(evaluation, sheet, observed.get(i));
        }
        for (int i = 0; i < stratifiers.length; i++) {
            stratify(evaluation, sheet, i);
        }
    }

    private void enter(Evaluation evaluation, MemberSheet sheet, Step step) {
        current = step.criterion;
        Object value = step.criterion.value(evaluation);
        if (countsPatients) {
            if (holds(value)) {
                sheet.mark(sheet.add(MemberSheet.PATIENT), step.bit);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Object member = list.get(i);
                if (member != null) {
                    sheet.mark(sheet.add(member), step.bit);
                }
            }
        } else if (value instanceof Boolean) {
            throw new EvaluationException(step.criterion.name()
                    + " is true or false where the group counts resources and needs a list of them");
        } else if (value != null) {
            sheet.mark(sheet.add(value), step.bit);
        }
    }

    private static boolean eligible(long mask, long anyOf, long noneOf) {
        return (mask & anyOf) != 0 && (mask & noneOf) == 0;
    }

    private static boolean anyEligible(MemberSheet sheet, long anyOf, long noneOf) {
        for (int i = 0; i < sheet.size(); i++) {
            if (eligible(sheet.mask(i), anyOf, noneOf)) {
                return true;
            }
        }
        return false;
    }

    private void mark(Evaluation evaluation, MemberSheet sheet, Step step) {
        current = step.criterion;
        Object value = step.criterion.value(evaluation);
        if (value == null || Logic.isFalse(value)) {
            return;
        }
        if (countsPatients ? holds(value) : Logic.isTrue(value)) {
            // Where resources are counted, a criterion of the patient covers all of them.
            for (int i = 0; i < sheet.size(); i++) {
                markOne(sheet, i, step);
            }
        } else if (!countsPatients && value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Object member = list.get(i);
                markOne(sheet, member == null ? -1 : sheet.indexOf(member), step);
            }
        } else if (!countsPatients) {
            markOne(sheet, sheet.indexOf(value), step);
        }
    }

    private static void markOne(MemberSheet sheet, int index, Step step) {
        if (index >= 0 && eligible(sheet.mask(index), step.anyOf, step.noneOf)) {
            sheet.mark(index, step.bit);
        }
    }

    /** Null counts as false; a list that is not empty holds, as a criterion of existence. */
    private boolean holds(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Logic.isTrue(value);
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        throw new EvaluationException(failing() + " is neither true nor false: " + ValueText.of(value));
    }

    private void observe(Evaluation evaluation, MemberSheet sheet, Observed observation) {
        for (int i = 0; i < sheet.size(); i++) {
            if (eligible(sheet.mask(i), observation.anyOf, observation.noneOf)) {
                current = observation.criterion;
                record(sheet, observation.population, i, observation.criterion.value(evaluation, sheet.member(i)));
            }
        }
    }

    private void record(MemberSheet sheet, int population, int member, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> sheet.observe(population, member, BigDecimal.valueOf(number), "");
            case Long number -> sheet.observe(population, member, BigDecimal.valueOf(number), "");
            case BigDecimal number -> sheet.observe(population, member, number.stripTrailingZeros(), "");
            case Quantity quantity ->
                sheet.observe(population, member, quantity.value().stripTrailingZeros(), quantity.unit());
            case List<?> list -> list.forEach(element -> record(sheet, population, member, element));
            default -> throw new EvaluationException(failing() + " observed no number: " + ValueText.of(value));
        }
    }

    private void stratify(Evaluation evaluation, MemberSheet sheet, int stratifier) {
        Criterion[] components = stratifiers[stratifier];
        StratumValue[] room = sheet.stratumRoom(stratifier);
        if (components.length == 1 && !components[0].ofMember()) {
            current = components[0];
            Object value = components[0].value(evaluation);
            for (int i = 0; i < sheet.size(); i++) {
                room[i] = Strata.single(value, sheet, i);
            }
            return;
        }
        for (int i = 0; i < sheet.size(); i++) {
            List<String> texts = new ArrayList<>(components.length);
            for (Criterion component : components) {
                current = component;
                texts.add(Strata.text(component.value(evaluation, sheet.member(i)), sheet, i));
            }
            room[i] = new StratumValue(List.copyOf(texts));
        }
    }
}
