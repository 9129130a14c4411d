@NullMarked
package org.silkthread.server;

import org.jspecify.annotations.NullMarked;
