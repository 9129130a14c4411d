package org.silkthread.server.web.chart;

/**
 * Something that was changed, marked on a chart over time.
 *
 * @param index the index of the point in whose period it began
 * @param number its number on the chart, from 1
 * @param words what was changed
 */
public record ChangeMark(int index, int number, String words) {

    public ChangeMark {
        if (index < 0 || number < 1 || words.isBlank()) {
            throw new IllegalArgumentException("A change has a place on the chart, a number and words");
        }
    }
}
