/** The table of verdicts. */
@NullMarked
package org.silkthread.server.disclosure.store;

import org.jspecify.annotations.NullMarked;
