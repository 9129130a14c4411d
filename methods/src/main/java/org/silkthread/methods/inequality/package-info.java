/** Differences between rich and poor, and the bands by which areas are ranked. */
@NullMarked
package org.silkthread.methods.inequality;

import org.jspecify.annotations.NullMarked;
