/** The plain evaluator of a plan: slow and obvious. What the compiled plan is tested against, and what explains. */
@NullMarked
package org.silkthread.measure.oracle;

import org.jspecify.annotations.NullMarked;
