/** Work on the installation as a whole: taking a copy of everything, and making an installation from a copy. */
@NullMarked
package org.silkthread.server.operations;

import org.jspecify.annotations.NullMarked;
