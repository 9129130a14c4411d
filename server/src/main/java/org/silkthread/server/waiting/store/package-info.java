/** The table of events of referrals. */
@NullMarked
package org.silkthread.server.waiting.store;

import org.jspecify.annotations.NullMarked;
