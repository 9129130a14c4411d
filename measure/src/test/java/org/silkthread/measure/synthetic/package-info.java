/** What a synthetic population must be. */
@NullMarked
package org.silkthread.measure.synthetic;

import org.jspecify.annotations.NullMarked;
