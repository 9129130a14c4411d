/** The operators of CQL 1.5 as functions on values. */
@NullMarked
package org.silkthread.measure.operator;

import org.jspecify.annotations.NullMarked;
