/** The keys that this installation makes for itself: those that sign statements of who signed in, and one for secrets. */
@NullMarked
package org.silkthread.server.identity.keys;

import org.jspecify.annotations.NullMarked;
