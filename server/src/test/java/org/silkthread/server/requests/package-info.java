/** Specifications of what counts once, and of what is cleared. */
@NullMarked
package org.silkthread.server.requests;

import org.jspecify.annotations.NullMarked;
