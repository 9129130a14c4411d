/** The last guard of the log: what would name a person or let somebody in never reaches it, whoever wrote the line. */
@NullMarked
package org.silkthread.server.logs;

import org.jspecify.annotations.NullMarked;
