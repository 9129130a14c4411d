@NullMarked
package org.silkthread.server.constitution;

import org.jspecify.annotations.NullMarked;
