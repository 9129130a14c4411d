package org.silkthread.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a session ends if no other page is used.
 *
 * @param in how long that is from the moment the page was made
 * @param warning how long before it a reader is warned
 */
public record SessionEnd(Instant at, Duration in, Duration warning) {

    /** The name of the request's attribute that holds it while somebody is signed in. */
    public static final String ATTRIBUTE = SessionEnd.class.getName();

    private static final ZoneId UK = ZoneId.of("Europe/London");

    /** The time of day, in words. */
    public String time() {
        return Wording.time(at.atZone(UK).toLocalTime().withSecond(0).withNano(0));
    }
}
