/** The measure engine on Apache Spark: one population store, read by many machines, summed to the same results. */
@NullMarked
package org.silkthread.spark;

import org.jspecify.annotations.NullMarked;
