@NullMarked
package org.silkthread.server.identity;

import org.jspecify.annotations.NullMarked;
