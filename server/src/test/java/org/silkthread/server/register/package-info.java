@NullMarked
package org.silkthread.server.register;

import org.jspecify.annotations.NullMarked;
