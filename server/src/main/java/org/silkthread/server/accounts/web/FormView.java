package org.silkthread.server.accounts.web;

import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A step with an account as its page shows it.
 *
 * @param caption whose account of which year
 * @param version the version of the account that the reader saw
 * @param isFinal whether the step cannot be taken back
 */
public record FormView(
        String title,
        String caption,
        List<String> intro,
        List<Table> tables,
        List<SummaryRow> facts,
        List<Field> fields,
        String action,
        String button,
        boolean isFinal,
        int version,
        List<FormProblem> problems,
        PageLink back) {

    /** Something to fill in. */
    public sealed interface Field {}

    /**
     * A text.
     *
     * @param present the text as it is now, when somebody changed it meanwhile
     */
    public record Area(String name, String label, String hint, String value, int rows, Prose present)
            implements Field {}

    /** One of several. */
    public record Pick(String name, String label, String hint, List<Choice> choices) implements Field {}

    /** A box to tick. */
    public record Agree(String name, String legend, List<Choice> choices) implements Field {}

    FormView with(List<FormProblem> found) {
        return new FormView(
                title, caption, intro, tables, facts, fields, action, button, isFinal, version, found, back);
    }

    FormView withIntro(List<String> sentences) {
        return new FormView(
                title, caption, sentences, tables, facts, fields, action, button, isFinal, version, problems, back);
    }

    FormView withTable(Table table) {
        return new FormView(
                title, caption, intro, List.of(table), facts, fields, action, button, isFinal, version, problems, back);
    }

    FormView withFacts(List<SummaryRow> rows) {
        return new FormView(
                title, caption, intro, tables, rows, fields, action, button, isFinal, version, problems, back);
    }

    FormView withFields(List<Field> others) {
        return new FormView(
                title, caption, intro, tables, facts, others, action, button, isFinal, version, problems, back);
    }

    /** With this text typed into one of its fields. */
    FormView withWords(String name, String words) {
        return withFields(fields.stream()
                .map(field -> field instanceof Area area && area.name().equals(name)
                        ? new Area(name, area.label(), area.hint(), words, area.rows(), area.present())
                        : field)
                .toList());
    }

    /** A step that cannot be taken back. */
    FormView forGood() {
        return new FormView(
                title, caption, intro, tables, facts, fields, action, button, true, version, problems, back);
    }
}
