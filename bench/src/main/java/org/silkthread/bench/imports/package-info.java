/** What it costs to take files in, by the row, and how much memory that needs. */
@NullMarked
package org.silkthread.bench.imports;

import org.jspecify.annotations.NullMarked;
