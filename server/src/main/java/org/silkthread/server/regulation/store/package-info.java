/** Verdicts and what second people decided about them, as rows that are only ever added. */
@NullMarked
package org.silkthread.server.regulation.store;

import org.jspecify.annotations.NullMarked;
