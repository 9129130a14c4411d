/** Sending over MLLP, also to receivers that break off. */
@NullMarked
package org.silkthread.cli.mllp;

import org.jspecify.annotations.NullMarked;
