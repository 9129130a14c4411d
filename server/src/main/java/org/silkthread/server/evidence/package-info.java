/** What good care is and how it is known: national standards, guidelines, studies, and the indicators that measure them. */
@NullMarked
package org.silkthread.server.evidence;

import org.jspecify.annotations.NullMarked;
