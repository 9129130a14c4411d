/** How long people wait until the program serves. */
@NullMarked
package org.silkthread.bench.startup;

import org.jspecify.annotations.NullMarked;
