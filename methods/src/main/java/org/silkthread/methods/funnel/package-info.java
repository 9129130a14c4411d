/** Funnel plots: which units differ from the common centre by more than chance allows. */
@NullMarked
package org.silkthread.methods.funnel;

import org.jspecify.annotations.NullMarked;
