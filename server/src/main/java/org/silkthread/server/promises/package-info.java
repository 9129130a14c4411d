/** Who promised what, by when, measured how; whether it is kept is computed from figures and dated records. */
@NullMarked
package org.silkthread.server.promises;

import org.jspecify.annotations.NullMarked;
