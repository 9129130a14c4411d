@NullMarked
package org.silkthread.server.evidence;

import org.jspecify.annotations.NullMarked;
