/** What messages of feeds cost: to keep them, to see them on a wall, to have many walls and many departments. */
@NullMarked
package org.silkthread.bench.feeds;

import org.jspecify.annotations.NullMarked;
