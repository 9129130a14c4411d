/** Pages about feeds: how fresh they are, and what could not be read. */
@NullMarked
package org.silkthread.server.feeds.web;

import org.jspecify.annotations.NullMarked;
