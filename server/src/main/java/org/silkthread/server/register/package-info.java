/** Anything with a name, a status, an owner and a history of versions; every read is as at a date. */
@NullMarked
package org.silkthread.server.register;

import org.jspecify.annotations.NullMarked;
