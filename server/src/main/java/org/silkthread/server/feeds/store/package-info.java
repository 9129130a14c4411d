/** The tables of feeds and of their messages. */
@NullMarked
package org.silkthread.server.feeds.store;

import org.jspecify.annotations.NullMarked;
