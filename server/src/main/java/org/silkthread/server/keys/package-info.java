/** The installation's own keys: made on first use, kept in the data folder, rotated, never shipped. */
@NullMarked
package org.silkthread.server.keys;

import org.jspecify.annotations.NullMarked;
