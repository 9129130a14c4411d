/** The boundary cases and laws of the waiting-time clocks. */
@NullMarked
package org.silkthread.server.waits;

import org.jspecify.annotations.NullMarked;
