/** Confidence intervals of proportions, counts and crude rates, as public health in England publishes them. */
@NullMarked
package org.silkthread.methods.interval;

import org.jspecify.annotations.NullMarked;
