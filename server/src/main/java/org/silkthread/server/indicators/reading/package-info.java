/** How a figure is said and judged: the same words, shapes and tests wherever it shows. */
@NullMarked
@NamedInterface("reading")
package org.silkthread.server.indicators.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
