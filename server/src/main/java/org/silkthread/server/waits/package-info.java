/** The clocks of the waiting-time minimum standards: emergency departments and referral to treatment. */
@NullMarked
package org.silkthread.server.waits;

import org.jspecify.annotations.NullMarked;
