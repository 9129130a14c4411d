@NullMarked
package org.silkthread.server.keys;

import org.jspecify.annotations.NullMarked;
