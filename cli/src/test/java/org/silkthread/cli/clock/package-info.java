/** The waiting-time clocks on the command line. */
@NullMarked
package org.silkthread.cli.clock;

import org.jspecify.annotations.NullMarked;
