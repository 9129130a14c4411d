/** {@code silk stats}: every method of the statistics library on a table, without a server or a database. */
@NullMarked
package org.silkthread.cli.stats;

import org.jspecify.annotations.NullMarked;
