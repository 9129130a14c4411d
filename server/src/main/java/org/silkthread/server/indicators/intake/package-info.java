/** Reads the files that submissions are made of. */
@NullMarked
package org.silkthread.server.indicators.intake;

import org.jspecify.annotations.NullMarked;
