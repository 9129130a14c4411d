package org.silkthread.server.directory;

import java.util.Locale;

/** How wide an organisation's view is, narrowest first. Types of organisation have one each. */
public enum Level {
    TEAM,
    SERVICE_LINE,
    SITE,
    ORGANISATION,
    NETWORK,
    COMMISSIONER,
    SYSTEM,
    REGION,
    COUNTRY;

    /** The level in plain words, such as {@code service line}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether what has this level gives care itself; wider levels only gather what lies below them. */
    public boolean givesCare() {
        return compareTo(ORGANISATION) <= 0;
    }
}
