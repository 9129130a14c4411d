@NullMarked
package org.silkthread.server.indicators.reading;

import org.jspecify.annotations.NullMarked;
