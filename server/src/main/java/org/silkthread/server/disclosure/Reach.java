package org.silkthread.server.disclosure;

/** Whether a total covers the country. */
public enum Reach {
    /** A region, system, network or any other area or group smaller than the country, or one organisation over time. */
    BELOW_NATIONAL,
    /** The whole country. */
    NATIONAL
}
