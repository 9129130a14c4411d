package org.silkthread.server.persons;

import org.silkthread.server.access.Purpose;
import org.silkthread.server.access.Relationship;

/**
 * As what somebody comes to a record. A clinician who is also the carer of their father opens his record as one or the
 * other, never as both at once.
 */
public enum Door {
    /** One's own record. */
    OWN(Purpose.OWN_BUSINESS),
    /** The record of somebody one cares for. */
    CARER(Purpose.CARING_FOR_ANOTHER),
    /** The record of somebody one looks after at work. */
    STAFF(Purpose.DIRECT_CARE);

    private final Purpose purpose;

    Door(Purpose purpose) {
        this.purpose = purpose;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** Whether a relationship counts at this door. */
    boolean takes(Relationship relationship) {
        return switch (relationship) {
            case Relationship.Oneself oneself -> this == OWN;
            case Relationship.Carer carer -> this == CARER;
            case Relationship.CareTeam team -> this == STAFF;
            case Relationship.BrokenGlass glass -> this == STAFF;
        };
    }
}
