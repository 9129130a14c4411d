/** Tables that commands read and write: CSV in, CSV out, and errors that name the place. */
@NullMarked
package org.silkthread.cli.table;

import org.jspecify.annotations.NullMarked;
