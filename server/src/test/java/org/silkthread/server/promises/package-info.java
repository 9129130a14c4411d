@NullMarked
package org.silkthread.server.promises;

import org.jspecify.annotations.NullMarked;
