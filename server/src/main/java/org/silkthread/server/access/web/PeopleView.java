package org.silkthread.server.access.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.web.Wording;
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
            Appointing form,
            Inviting inviting) {

        /** What is wrong with either form. */
        public List<FormProblem> problems() {
            return Stream.concat(form.problems().stream(), inviting.problems().stream())
                    .toList();
        }
    }

    /** What was filled in to give somebody a post. */
    public record Appointing(String username, String role, String until, List<FormProblem> problems) {

        static final Appointing EMPTY = new Appointing("", "", "", List.of());

        Appointing with(List<FormProblem> found) {
            return new Appointing(username, role, until, List.copyOf(found));
        }
    }

    /** What was filled in to invite somebody. */
    public record Inviting(String username, String name, String role, List<FormProblem> problems) {

        static final Inviting EMPTY = new Inviting("", "", "", List.of());

        Inviting with(List<FormProblem> found) {
            return new Inviting(username, name, role, List.copyOf(found));
        }

        List<FormProblem> problemsOfItsOwn() {
            List<FormProblem> found = new ArrayList<>();
            if (!username.matches("[a-z0-9][a-z0-9._-]{1,62}")) {
                found.add(new FormProblem(
                        "invite-username",
                        "Enter a username of 2 to 63 letters, digits, dots, hyphens and underscores"));
            }
            if (name.isEmpty()) {
                found.add(new FormProblem("invite-name", "Enter the name that people know them by"));
            }
            return found;
        }
    }

    /** A link that is shown once. */
    public record Link(String organisation, String name, String username, String path, Instant expires) {

        public String until() {
            return Wording.date(UkTime.at(expires).toLocalDate()) + " at "
                    + Wording.time(
                            UkTime.at(expires).toLocalTime().withSecond(0).withNano(0));
        }
    }

    /**
     * Where the removal of a second factor stands.
     *
     * @param reason the reason given; empty when nobody asked
     * @param mayDecide whether the reader is another administrator than the one who asked
     */
    public record Removal(String reason, boolean mayDecide) {

        public boolean isAsked() {
            return !reason.isEmpty();
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
            Table history,
            Removal removal) {}

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
