/** How the audit trail is kept in the database. */
@NullMarked
package org.silkthread.server.audit.store;

import org.jspecify.annotations.NullMarked;
