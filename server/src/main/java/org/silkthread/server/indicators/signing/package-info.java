/** The key that cuts are signed with. */
@NullMarked
package org.silkthread.server.indicators.signing;

import org.jspecify.annotations.NullMarked;
