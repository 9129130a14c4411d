package org.silkthread.server.access.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;

/** What the pages about people and posts show. */
public final class PeopleView {

    private PeopleView() {}

    /** The organisations that the reader looks after. */
    public record Home(List<PageLink> organisations) {}

    /**
     * The people of an organisation.
     *
     * @param held the posts that are held now; empty if there is none
     * @param ended the posts that were held; empty if there was none
     * @param roles the posts that the reader may give
     */
    public record Organisation(
            String code,
            String name,
            Optional<Table> held,
            Optional<Table> ended,
            List<Choice> roles,
            Appointing form) {}

    /** What was filled in to give somebody a post. */
    public record Appointing(String username, String role, String until, List<FormProblem> problems) {

        static final Appointing EMPTY = new Appointing("", "", "", List.of());

        Appointing with(List<FormProblem> found) {
            return new Appointing(username, role, until, List.copyOf(found));
        }
    }

    /**
     * What somebody can do at an organisation.
     *
     * @param posts the posts held now, each with the name of its role for the form that ends it
     * @param actions every action with whether they may and why
     */
    public record Person(
            String organisation,
            String id,
            String name,
            boolean open,
            List<Held> posts,
            Table actions,
            Table history) {}

    /** A post that can be ended. */
    public record Held(String role, String label) {}

    /**
     * Who can do something at an organisation.
     *
     * @param actions what can be asked about
     * @param people who can, and why; empty before anything was asked
     * @param question what was asked, in words
     */
    public record Can(
            String organisation, List<Choice> actions, Optional<Table> people, String question, String whoMay) {}
}
