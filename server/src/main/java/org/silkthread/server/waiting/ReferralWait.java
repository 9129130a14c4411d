package org.silkthread.server.waiting;

import org.silkthread.server.waits.ReferralReading;

/**
 * A person's way from a referral to treatment.
 *
 * @param organisation the code of the organisation that treats them
 * @param service what they were referred for, such as "Urology"
 */
public record ReferralWait(String organisation, String service, ReferralReading reading) {}
