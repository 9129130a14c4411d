/** How registers are kept in the database. */
@NullMarked
package org.silkthread.server.register.store;

import org.jspecify.annotations.NullMarked;
