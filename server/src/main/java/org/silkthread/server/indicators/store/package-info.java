/** The tables of the indicators room. */
@NullMarked
package org.silkthread.server.indicators.store;

import org.jspecify.annotations.NullMarked;
