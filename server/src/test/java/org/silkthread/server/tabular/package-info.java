/** Specifications of strict reading of comma-separated files. */
@NullMarked
package org.silkthread.server.tabular;

import org.jspecify.annotations.NullMarked;
