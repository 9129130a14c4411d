package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Pages;
import org.silkthread.server.web.component.Table;

/** Every provider's account of a year. */
public record IndexView(
        List<Choice> years, String heading, String deadline, String count, Optional<Table> accounts, Pages pages) {}
