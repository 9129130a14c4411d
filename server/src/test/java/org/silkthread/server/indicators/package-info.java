@NullMarked
package org.silkthread.server.indicators;

import org.jspecify.annotations.NullMarked;
