/** The plan: CQL libraries (ELM) resolved into one immutable tree of expressions, shared by all measures of a run. */
@NullMarked
package org.silkthread.measure.plan;

import org.jspecify.annotations.NullMarked;
