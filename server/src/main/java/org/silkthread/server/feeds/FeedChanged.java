package org.silkthread.server.feeds;

/** A feed was opened, closed or changed. */
public record FeedChanged(String code) {}
