/** The tables of dashboards and screens. */
@NullMarked
package org.silkthread.server.dashboards.store;

import org.jspecify.annotations.NullMarked;
