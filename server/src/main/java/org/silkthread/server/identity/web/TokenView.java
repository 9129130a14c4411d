package org.silkthread.server.identity.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.Table;

/**
 * What the page of tokens shows.
 *
 * @param working the tokens that work, each with what revokes it
 * @param ended those that do not, when there are any
 * @param made the secret just made, shown this once
 * @param form what stands in the form
 */
public record TokenView(
        List<Row> working,
        Optional<Table> ended,
        Optional<Made> made,
        TokenForm form,
        List<Choice> scopes,
        List<Choice> days,
        List<FormProblem> problems) {

    /**
     * A token that works.
     *
     * @param may what it may do, in words
     */
    public record Row(long id, String name, List<String> may, String until, String lastUsed) {}

    /** A token just made. */
    public record Made(String name, String secret, String until) {

        @Override
        public String toString() {
            return "Made[" + name + "]";
        }
    }
}
