/** What it costs that every request is judged and every look at a record is written down. */
@NullMarked
package org.silkthread.bench.access;

import org.jspecify.annotations.NullMarked;
