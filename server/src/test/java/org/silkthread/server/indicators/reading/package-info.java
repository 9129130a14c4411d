@NullMarked
@NamedInterface("reading")
package org.silkthread.server.indicators.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
