/** {@code silk clock}: waits of emergency departments and from referral to treatment, from a file of events. */
@NullMarked
package org.silkthread.cli.clock;

import org.jspecify.annotations.NullMarked;
