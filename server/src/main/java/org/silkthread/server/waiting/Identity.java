package org.silkthread.server.waiting;

import java.time.LocalDate;
import org.silkthread.server.persons.NhsNumber;

/**
 * By what a person is found in what hospitals send. A number alone is never enough: one wrong digit would show somebody else's
 * waits.
 */
public record Identity(NhsNumber number, LocalDate born) {

    /** Leaves both out. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
