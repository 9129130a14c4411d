/** What it costs to load a population and to read it again. */
@NullMarked
package org.silkthread.bench.population;

import org.jspecify.annotations.NullMarked;
