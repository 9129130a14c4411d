/** The tables of projects and their steps. */
@NullMarked
package org.silkthread.server.improvement.store;

import org.jspecify.annotations.NullMarked;
