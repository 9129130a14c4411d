/** The national indicators under {@code content/measures}: they translate, count as by hand, and give plausible rates. */
@NullMarked
package org.silkthread.measure.national;

import org.jspecify.annotations.NullMarked;
