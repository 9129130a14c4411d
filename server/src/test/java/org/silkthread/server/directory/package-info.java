/** Specifications of the directory at its public face. */
@NullMarked
package org.silkthread.server.directory;

import org.jspecify.annotations.NullMarked;
