/** What the room of people and their records promises. */
@NullMarked
package org.silkthread.server.persons;

import org.jspecify.annotations.NullMarked;
