/** What small-number control costs for each cell that is published. */
@NullMarked
package org.silkthread.bench.disclosure;

import org.jspecify.annotations.NullMarked;
