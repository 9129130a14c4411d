package org.silkthread.server.indicators.web.observatory;

import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Table;

/** How the figures of one indicator are worked out, for people who want to do it again. */
public record MethodView(String indicator, List<Choice> indicators, List<Part> parts, String nothing) {

    /**
     * One method.
     *
     * @param title what it answers
     * @param words what is done, in sentences
     * @param sources where the method is described
     * @param code lines of R that arrive at the same numbers
     * @param result the numbers that this service shows
     */
    public record Part(String title, List<String> words, List<String> sources, String code, Table result) {}
}
