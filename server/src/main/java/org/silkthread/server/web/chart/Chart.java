package org.silkthread.server.web.chart;

import java.util.List;
import org.silkthread.server.web.component.Csv;
import org.silkthread.server.web.component.Table;

/**
 * A chart: one immutable value that gives the drawing, the sentence, the table and the CSV file, so that they cannot
 * disagree.
 *
 * <p>A chart holds no figure that may not be seen: where one is hidden it holds the reason ({@link Reading.Missing}).
 * What a chart cannot know is how its limits came about: they must be worked out from the readings that are shown, for
 * otherwise the hidden one could be worked back from them.
 */
public sealed interface Chart permits XmrChart, FunnelChart, IntervalChart, Sparkline, IconArray {

    Titles titles();

    /**
     * The drawing as an SVG element, without inline styles and hidden from screen readers: the sentence stands beside
     * it.
     */
    String svg(Canvas canvas);

    /** The drawing for a wide screen and for paper. */
    default String svg() {
        return svg(Canvas.WIDE);
    }

    /** What the drawing says, in a few short sentences. */
    String sentence();

    /** Everything drawn, and for what is not drawn the reason. */
    Table table();

    /** The table as a CSV file. */
    default String csv() {
        return Csv.of(table());
    }

    /** Pictures with words that sum the chart up; may be empty. */
    default List<Sign> signs() {
        return List.of();
    }
}
