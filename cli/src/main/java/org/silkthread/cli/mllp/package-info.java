/** Messages in a file and over MLLP, as a hospital's interface engine sends them: in order, at their times, until each is acknowledged. */
@NullMarked
package org.silkthread.cli.mllp;

import org.jspecify.annotations.NullMarked;
