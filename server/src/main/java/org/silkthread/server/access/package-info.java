/** Who may do what: the one policy, the list of routes, and what the database shows to a piece of work. */
@NullMarked
package org.silkthread.server.access;

import org.jspecify.annotations.NullMarked;
