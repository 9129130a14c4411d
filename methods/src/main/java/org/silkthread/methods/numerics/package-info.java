/** Distributions and sums that the methods share, accurate to near machine precision. */
@NullMarked
package org.silkthread.methods.numerics;

import org.jspecify.annotations.NullMarked;
