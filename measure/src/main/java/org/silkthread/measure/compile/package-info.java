/** The quick evaluator of a plan: compiled closures with shared subexpressions. */
@NullMarked
package org.silkthread.measure.compile;

import org.jspecify.annotations.NullMarked;
