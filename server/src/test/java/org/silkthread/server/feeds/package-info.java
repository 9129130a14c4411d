/** What the room of feeds promises. */
@NullMarked
package org.silkthread.server.feeds;

import org.jspecify.annotations.NullMarked;
