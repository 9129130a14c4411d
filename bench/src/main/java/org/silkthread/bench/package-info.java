/** Benchmarks: what the work costs for each unit of it, and how that grows with its size. They never judge a time. */
@NullMarked
package org.silkthread.bench;

import org.jspecify.annotations.NullMarked;
