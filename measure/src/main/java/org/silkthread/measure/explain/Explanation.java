package org.silkthread.measure.explain;

import java.util.List;

/**
 * Why a definition has the value that it has for a patient.
 *
 * @param definition the definition, such as {@code Numerator}
 * @param clause its logic, clause by clause
 * @param missing what would have to become true; empty when it is true already
 * @param problem why the definition could not be evaluated; empty when it could
 */
public record Explanation(String definition, Clause clause, List<Need> missing, String problem) {

    /**
     * A condition that does not hold and decides the result.
     *
     * @param way conditions of one way are needed together; another way would do instead
     * @param condition the CQL of the condition
     * @param place where it stands
     * @param wanted what it would have to be
     */
    public record Need(int way, String condition, String place, boolean wanted) {}
}
