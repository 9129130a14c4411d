/** The regulator's verdicts on figures: recomputed, reasoned, agreed by two people and shown wherever the figure shows. */
@NullMarked
package org.silkthread.server.regulation;

import org.jspecify.annotations.NullMarked;
