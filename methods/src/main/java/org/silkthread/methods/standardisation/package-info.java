/** Rates of populations of different ages made comparable, directly and indirectly. */
@NullMarked
package org.silkthread.methods.standardisation;

import org.jspecify.annotations.NullMarked;
