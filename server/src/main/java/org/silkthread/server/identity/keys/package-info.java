/** The keys that this installation makes for itself: those that sign statements of who signed in, and one for secrets. */
@NullMarked
@NamedInterface("keys")
package org.silkthread.server.identity.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
