/** How accounts and posts are kept in the database. */
@NullMarked
package org.silkthread.server.identity.store;

import org.jspecify.annotations.NullMarked;
