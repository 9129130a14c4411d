package org.silkthread.server.waiting;

import org.silkthread.server.waits.EmergencyReading;

/**
 * A person's visit to an emergency department.
 *
 * @param organisation the code of the hospital's organisation
 * @param department what it calls the department
 */
public record EmergencyWait(String organisation, String department, EmergencyReading reading) {}
