package org.silkthread.server.accounts.web;

import java.util.List;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Task;

/**
 * How far an account is.
 *
 * @param done what the reader has just done; blank for nothing
 * @param standing where the account stands and what comes next
 * @param history who did what and when
 */
public record TasksView(
        String title,
        String caption,
        String done,
        String standing,
        String deadline,
        List<PageLink> links,
        List<Group> groups,
        Table history) {

    /** Tasks that belong together. */
    public record Group(String heading, String note, List<Task> tasks) {}
}
