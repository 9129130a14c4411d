/** How the regulator examines figures. */
@NullMarked
package org.silkthread.server.regulation;

import org.jspecify.annotations.NullMarked;
