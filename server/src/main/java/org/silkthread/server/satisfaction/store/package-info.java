/** The tables of collection points and answers. */
@NullMarked
package org.silkthread.server.satisfaction.store;

import org.jspecify.annotations.NullMarked;
