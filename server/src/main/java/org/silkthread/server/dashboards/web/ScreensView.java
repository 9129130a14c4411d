package org.silkthread.server.dashboards.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.FormProblem;

/**
 * The screens of a dashboard.
 *
 * @param code the dashboard's
 * @param title the dashboard's
 * @param open those in use
 * @param address of the screen that was just opened, which is shown this once
 * @param name what was typed as the name of a new one
 * @param board what screens show now
 */
public record ScreensView(
        String code,
        String title,
        List<Open> open,
        Optional<String> address,
        String name,
        BoardView board,
        List<FormProblem> problems) {

    /** A screen in use. */
    public record Open(long id, String name, String since, String by) {}
}
