/** Small-number control: every count that is published goes through here before anything is computed from it. */
@NullMarked
package org.silkthread.server.disclosure;

import org.jspecify.annotations.NullMarked;
