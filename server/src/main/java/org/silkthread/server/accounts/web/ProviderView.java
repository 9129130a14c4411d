package org.silkthread.server.accounts.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.Table;

/** The accounts of the organisations that somebody works for. */
public record ProviderView(List<OrganisationView> organisations) {

    /** An organisation with its accounts, and those that can be started. */
    public record OrganisationView(String name, String href, Optional<Table> accounts, List<Start> starts) {}

    /** A button that starts an account. */
    public record Start(String text, String action) {}
}
