/** Our measure engine beside others, on the same patients and measures: populations, runs in processes, agreement. */
@NullMarked
package org.silkthread.bench.engine;

import org.jspecify.annotations.NullMarked;
