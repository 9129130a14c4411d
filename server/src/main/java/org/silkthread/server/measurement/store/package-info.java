/** The tables of calculations. */
@NullMarked
package org.silkthread.server.measurement.store;

import org.jspecify.annotations.NullMarked;
