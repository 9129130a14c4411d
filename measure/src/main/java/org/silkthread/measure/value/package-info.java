/** Values of CQL: System types with three-valued comparisons and precision. */
@NullMarked
package org.silkthread.measure.value;

import org.jspecify.annotations.NullMarked;
