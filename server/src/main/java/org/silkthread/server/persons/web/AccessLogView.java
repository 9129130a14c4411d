package org.silkthread.server.persons.web;

import java.util.List;

/**
 * Who has looked at a record.
 *
 * @param others what others did, latest first
 * @param own what the person did themselves
 * @param more how many earlier entries are not on the page
 * @param canAsk whether the reader may ask for names
 */
public record AccessLogView(List<Line> others, List<Line> own, long more, boolean canAsk) {

    public AccessLogView {
        others = List.copyOf(others);
        own = List.copyOf(own);
    }

    /**
     * One line.
     *
     * @param name the name that was asked for; blank otherwise
     * @param canAsk whether there is a name to ask for
     */
    public record Line(long sequence, String when, String who, String what, String why, String name, boolean canAsk) {}
}
