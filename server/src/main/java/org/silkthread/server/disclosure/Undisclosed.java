package org.silkthread.server.disclosure;

/**
 * Marks what holds exact counts. A page, a file, a chart or a reply gets hold of it only as a {@link Released} one; the
 * architecture test refuses every other way.
 */
public interface Undisclosed {}
