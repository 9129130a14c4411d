/** Watching outcomes patient by patient: the variable life-adjusted display and cumulative sums with limits. */
@NullMarked
package org.silkthread.methods.monitoring;

import org.jspecify.annotations.NullMarked;
