package org.silkthread.measure.conformance;

import java.util.Map;
import java.util.Optional;

/** Why tests are skipped, and why results differ from the suite: with the paragraph of the specification that decides. */
final class Explanations {

    private static final String INTEGERS =
            "§ Integer: from -2^31 to 2^31 - 1. The literal is none, as the suite's own Integer2Pow31 says.";
    private static final String TUPLES =
            "§ Equal: equality of tuples is a conjunction of the equality of their elements; one that is false makes it"
                    + " false.";
    private static final String NULL_ELEMENT =
            "§ Contains, In: false when the list has no null. The translator reads the untyped null as an element, not as"
                    + " a list.";

    private static final Map<String, String> BY_TEST = Map.of(
            "FloorIntegerGreaterThanMaxInteger",
            INTEGERS,
            "FloorIntegerLessThanMinInteger",
            INTEGERS,
            "TupleEqDifferentNamesWithOneNullId",
            TUPLES,
            "TupleNotEqDifferingNamesWithOneNullId",
            TUPLES,
            "DateTimeDurationBetweenUncertainInterval",
            "§ DurationBetween, uncertainty: from the last moment of 15 January to the first of February are 16 whole days."
                    + " The suite's own tests that add, subtract and multiply this count want 16 to 44, too.",
            "TimeDurationBetweenHourDiffPrecision2",
            "§ DurationBetween, uncertainty: T06 may be as late as 06:59:59.999, less than an hour before 07:00:00, so that"
                    + " the count is 0 or 1.",
            "TestInNullBoundaries",
            "§ In: of a closed boundary that is null the comparison is considered true.",
            "IncludesNullRight",
            NULL_ELEMENT,
            "IncludedInNullLeft",
            NULL_ELEMENT);

    private Explanations() {}

    static Optional<String> skipped(ConformanceCase test) {
        if (test.version().startsWith("2.")) {
            return Optional.of("A feature of CQL 2.0; the engine implements CQL 1.5.");
        }
        if (!test.lastVersion().isEmpty()) {
            return Optional.of("CQL has not had this since version " + test.lastVersion() + ".");
        }
        return Optional.empty();
    }

    static Optional<String> of(ConformanceCase test) {
        return switch (test.name()) {
            case "CodeToConcept1" ->
                Optional.of(
                        "§ Concept: its codes are a list. The expected output is a single code and does not translate;"
                                + " the result is the concept of that code.");
            case "TimeMillisParsing" ->
                Optional.of("§ Time: hh:mm:ss.fff. The translator makes five digits of a fraction 10,000 milliseconds,"
                        + " which is no time.");
            default -> Optional.ofNullable(BY_TEST.get(test.name()));
        };
    }
}
