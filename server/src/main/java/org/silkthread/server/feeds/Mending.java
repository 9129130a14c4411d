package org.silkthread.server.feeds;

/**
 * What a message stands for that a person mended.
 *
 * @param refused the id of the message that could not be read
 * @param by the name that the person signs in with
 */
record Mending(long refused, String by) {}
