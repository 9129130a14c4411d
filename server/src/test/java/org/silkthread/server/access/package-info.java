/** What the policy says and what the database shows. */
@NullMarked
package org.silkthread.server.access;

import org.jspecify.annotations.NullMarked;
