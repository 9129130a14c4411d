/** The directory's tables: statements with their days and the moment of recording, and what follows from them. */
@NullMarked
package org.silkthread.server.directory.store;

import org.jspecify.annotations.NullMarked;
