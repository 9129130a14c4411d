/** The table of what messages say. */
@NullMarked
package org.silkthread.server.activity.store;

import org.jspecify.annotations.NullMarked;
