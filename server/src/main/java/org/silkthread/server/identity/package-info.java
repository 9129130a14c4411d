/** Who is signed in, which posts they hold at which organisations, and which routes are open to whom. */
@NullMarked
package org.silkthread.server.identity;

import org.jspecify.annotations.NullMarked;
