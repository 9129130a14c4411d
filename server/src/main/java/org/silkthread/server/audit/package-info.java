/** The append-only, hash-chained record of every decision and of every access to a person. */
@NullMarked
package org.silkthread.server.audit;

import org.jspecify.annotations.NullMarked;
