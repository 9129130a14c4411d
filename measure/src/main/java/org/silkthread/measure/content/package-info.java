/** Measures, CQL libraries and terminology read from files, with problems reported by line and column. */
@NullMarked
package org.silkthread.measure.content;

import org.jspecify.annotations.NullMarked;
