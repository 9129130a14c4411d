/** The table of what was sent once. */
@NullMarked
package org.silkthread.server.requests.store;

import org.jspecify.annotations.NullMarked;
