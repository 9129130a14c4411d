/** Files that come in over the network: who may send which kind, and what is taken for a file at all. */
@NullMarked
package org.silkthread.server.imports;

import org.jspecify.annotations.NullMarked;
