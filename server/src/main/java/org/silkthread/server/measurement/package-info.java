/** The measure engine inside the server: CQL and measures evaluated over the population store, for analysts. */
@NullMarked
package org.silkthread.server.measurement;

import org.jspecify.annotations.NullMarked;
