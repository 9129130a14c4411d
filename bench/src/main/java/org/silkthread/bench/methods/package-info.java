/** What the statistics cost: charts, funnels and intervals. */
@NullMarked
package org.silkthread.bench.methods;

import org.jspecify.annotations.NullMarked;
