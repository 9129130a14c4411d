@NullMarked
package org.silkthread.bench;

import org.jspecify.annotations.NullMarked;
