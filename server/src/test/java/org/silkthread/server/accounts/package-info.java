/** What a Quality Account promises, from the first draft to a correction. */
@NullMarked
package org.silkthread.server.accounts;

import org.jspecify.annotations.NullMarked;
