@NullMarked
package org.silkthread.server.logs;

import org.jspecify.annotations.NullMarked;
