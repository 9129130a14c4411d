@NullMarked
package org.silkthread.server.disclosure;

import org.jspecify.annotations.NullMarked;
