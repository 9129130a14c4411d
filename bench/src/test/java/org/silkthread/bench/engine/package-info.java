@NullMarked
package org.silkthread.bench.engine;

import org.jspecify.annotations.NullMarked;
