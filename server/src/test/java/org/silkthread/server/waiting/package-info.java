/** How long people wait, as they see it themselves. */
@NullMarked
package org.silkthread.server.waiting;

import org.jspecify.annotations.NullMarked;
