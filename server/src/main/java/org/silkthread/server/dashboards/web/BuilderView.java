package org.silkthread.server.dashboards.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;

/**
 * A dashboard while somebody changes it.
 *
 * @param action where the form is sent
 * @param title as typed
 * @param draft the tiles as text, which the form carries
 * @param tiles the tiles in words
 * @param preview what it would show now
 * @param form a new tile as typed
 * @param changed whether the draft differs from what is kept
 */
public record BuilderView(
        String action,
        String title,
        String draft,
        List<Line> tiles,
        BoardView preview,
        TileForm form,
        boolean changed,
        List<FormProblem> problems) {

    /** A tile of the draft. */
    public record Line(int number, String title, String sentence) {}
}
