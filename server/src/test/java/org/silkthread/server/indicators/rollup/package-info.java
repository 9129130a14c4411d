@NullMarked
package org.silkthread.server.indicators.rollup;

import org.jspecify.annotations.NullMarked;
