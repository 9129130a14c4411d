/** What teams try in order to improve, and how it is written down. */
@NullMarked
package org.silkthread.server.improvement;

import org.jspecify.annotations.NullMarked;
