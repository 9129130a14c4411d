/** The {@code silk} command. */
@NullMarked
package org.silkthread.cli;

import org.jspecify.annotations.NullMarked;
