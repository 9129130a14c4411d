package org.silkthread.server.accounts.web;

import java.util.List;
import org.silkthread.server.web.component.PageLink;

/** That an account has been published, when, and where it is. */
public record PublishedView(String when, List<PageLink> links) {}
