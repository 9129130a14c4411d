/** People who read at the same time, and what they waited. */
@NullMarked
package org.silkthread.bench.readers;

import org.jspecify.annotations.NullMarked;
