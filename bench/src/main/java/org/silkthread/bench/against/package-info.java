/** The same work on the same inputs by this library and by R, one after the other on one machine. */
@NullMarked
package org.silkthread.bench.against;

import org.jspecify.annotations.NullMarked;
