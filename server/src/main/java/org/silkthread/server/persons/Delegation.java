package org.silkthread.server.persons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A person lets a carer see parts of the record, or has been asked to.
 *
 * @param carer the username of the carer, who acts as themselves
 * @param relation who the person is to the carer, in the words of whoever asked: 'father'
 * @param step what was done last
 * @param grant what holds, or is offered
 * @param since when the last step was taken
 */
public record Delegation(
        UUID id, PersonId person, String carer, String relation, Step step, Grant grant, Instant since) {

    /** A step of a delegation; the newest says what holds. */
    public enum Step {
        /** The carer asked; the person decides. */
        ASKED,
        /** The person offered; the carer answers. */
        OFFERED,
        APPROVED,
        ACCEPTED,
        CHANGED,
        DECLINED,
        REVOKED;

        boolean gives() {
            return this == APPROVED || this == ACCEPTED || this == CHANGED;
        }

        boolean isOver() {
            return this == DECLINED || this == REVOKED;
        }
    }

    /**
     * What a carer may see.
     *
     * @param seesPrivate also what carries a privacy label
     * @param seesLog also who has looked at the record
     * @param until the last day
     */
    public record Grant(Set<Scope> scopes, boolean seesPrivate, boolean seesLog, LocalDate until) {

        public Grant {
            scopes = Set.copyOf(scopes);
        }

        public Set<Category> categories() {
            return scopes.stream()
                    .flatMap(scope -> scope.categories().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether the carer may look on this day. */
    public boolean holdsOn(LocalDate day) {
        return step.gives() && !day.isAfter(grant.until());
    }

    /** Whether it is over, because somebody ended it or because its last day has passed. */
    public boolean isOverOn(LocalDate day) {
        return step.isOver() || day.isAfter(grant.until());
    }
}
