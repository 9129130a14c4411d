/** What types, elements, value sets and order mean for values; used by every evaluator. */
@NullMarked
package org.silkthread.measure.semantics;

import org.jspecify.annotations.NullMarked;
