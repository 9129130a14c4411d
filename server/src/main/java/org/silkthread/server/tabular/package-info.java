/** Reads comma-separated files strictly and names every bad row, so that an import can refuse a file as a whole. */
@NullMarked
package org.silkthread.server.tabular;

import org.jspecify.annotations.NullMarked;
