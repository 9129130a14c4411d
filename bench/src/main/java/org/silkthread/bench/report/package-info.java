/** What a benchmark found, as a table to read and as JSON. */
@NullMarked
package org.silkthread.bench.report;

import org.jspecify.annotations.NullMarked;
