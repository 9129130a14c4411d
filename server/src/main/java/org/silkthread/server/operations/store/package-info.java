/** Reading all tables out of the database and into one, by the owner's own connection. */
@NullMarked
package org.silkthread.server.operations.store;

import org.jspecify.annotations.NullMarked;
